package avatar.bench.kernels;

import avatar.bench.command.BenchException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code avatar bench kernels}. */
@Command(
        name = "kernels",
        description = "Measures each step of a speaking frame separately, with JMH.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class KernelsCommand implements Callable<Integer> {

    @Option(
            names = "--bundle",
            paramLabel = "FOLDER",
            defaultValue = "${sys:avatar.root:-.}/data/avatars/default",
            description = "The folder of an avatar (default: the default avatar).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path bundle;

    @Option(names = "--seconds", defaultValue = "5", description = "Seconds for each step (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "Also writes JMH's figures to this file.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(FrameKernels.class.getName())
                .param("bundle", bundle.toString())
                .shouldFailOnError(true)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1));
        if (json != null) {
            options.resultFormat(ResultFormatType.JSON).result(json.toString());
        }
        try {
            new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new BenchException("JMH can't measure %s: %s".formatted(bundle, e.getMessage()), e);
        }
        return 0;
    }
}
