package avatar.setup;

import avatar.kit.kafka.KafkaWriter;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.events.SetupEvents;
import avatar.setup.isolation.JavaProgram;
import avatar.setup.requests.RequestListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setup-job listen}: makes the avatars that are requested on Kafka, until a signal stops it. */
@Command(
        name = "listen",
        aliases = "--listen",
        description = "Makes the avatars that are requested on topic setup-requests, until it is stopped.",
        mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final SetupOptions.Place place = new SetupOptions.Place();

    @Option(names = "--models", description = "Engine sadtalker: the folder of its models (default: ${DEFAULT-VALUE}).")
    private Path models = SadTalkerSettings.DEFAULT.models();

    @Override
    public Integer call() throws InterruptedException {
        String broker = place.events;
        if (broker == null || broker.isBlank()) {
            throw new ParameterException(spec.commandLine(), "listen needs a broker: --events HOST:PORT");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaWriter writer = SetupEvents.writer(broker);
                StopSignals signals = new StopSignals().begin()) {
            out.println("setup-job listens at %s, avatars are in %s".formatted(broker, place.avatars));
            RequestListener listener =
                    new RequestListener(broker, place.avatars, models, JavaProgram.own(), writer, out::println);
            if (!listener.run(signals.cancellation()::isRequested)) {
                out.println("setup-job: the running setup did not stop within its timeout");
                signals.halt();
            }
            return signals.exitCode();
        }
    }
}
