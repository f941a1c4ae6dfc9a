package avatar.cli.say;

import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.options.SpeechOptions;
import avatar.cli.options.TextArgument;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar render}: as {@code say --save}, but in this process unless {@code --url} is given. */
@Command(
        name = "render",
        description = {
            "Writes the speech of a text to a video or sound file, in this process, without a running system.",
            "With --url the system at that address renders the video."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RenderCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private TextArgument text = new TextArgument();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file to write: .mp4, .webm, or .wav for the sound only.")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Mixin
    private SpeechOptions speech = new SpeechOptions();

    @Mixin
    private Saving saving = new Saving();

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private JsonFlag json = new JsonFlag();

    @Override
    public Integer call() {
        saving.save(text.read(spec), speech, output, system.isNamed() ? system : null, spec, json);
        return 0;
    }
}
