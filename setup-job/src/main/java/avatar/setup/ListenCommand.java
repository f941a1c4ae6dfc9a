package avatar.setup;

import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.events.Outbox;
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

/** {@code setup-job listen}: stays, and makes the avatars that are asked for on Kafka, until a signal stops it. */
@Command(
        name = "listen",
        aliases = "--listen",
        description = "Stays, and makes the avatars that are asked for on topic setup-requests.",
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
            throw new ParameterException(spec.commandLine(), "Who listens needs a broker: --events HOST:PORT");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Outbox outbox = SetupRun.outbox(broker);
                Stopping stopping = new Stopping().begin()) {
            out.println("setup-job listens at %s, avatars are in %s".formatted(broker, place.avatars));
            RequestListener listener = new RequestListener(broker, place.avatars, models, outbox, out::println);
            if (!listener.run(stopping::isWanted)) {
                out.println("setup-job: what was made did not stop in time");
                stopping.halt();
            }
            stopping.requireGoingOn();
        }
        return 0;
    }
}
