package avatar.launcher.up;

import avatar.access.KeyFile;
import avatar.launcher.process.Family;
import avatar.launcher.process.Healer;
import avatar.launcher.process.LaunchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar up}: runs the complete system on this machine until Ctrl-C. */
@Command(
        name = "up",
        description = "Runs the complete system on this machine until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class UpCommand implements Callable<Integer> {

    private static final int PORT_IN_USE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port of the page; the services take the next ones (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address that the page listens on; 0.0.0.0: all, which need an API key (default:"
                    + " ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String host;

    @Option(
            names = "--broker-port",
            defaultValue = "9092",
            description = "The port of Kafka (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private ReplicaOptions replicas = new ReplicaOptions();

    @Option(names = "--data", description = "The folder of avatars, voices, logs and Kafka's records (default: data).")
    private @Nullable Path data;

    @Mixin
    private VideoOptions video = new VideoOptions();

    @Option(names = "--avatar", description = "The id of the avatar to show, or of the one made of the video.")
    private @Nullable String avatar;

    @Option(names = "--no-aot", description = "Neither uses nor makes AOT caches, which make starts faster.")
    private boolean isWithoutAot;

    @Option(
            names = {"--timeout", "--patience"},
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the services may take to get ready (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Override
    public Integer call() {
        Installation installation = Installation.own().with(isWithoutAot ? AotMode.OFF : AotMode.USE);
        Path folder = (data == null ? installation.defaultDataFolder() : data)
                .toAbsolutePath()
                .normalize();
        List<String> complaints = PortCheck.complaints(plan(folder, AvatarMaker.DEFAULT));
        if (!complaints.isEmpty()) {
            complaints.forEach(line -> spec.commandLine().getErr().println("avatar: " + line));
            return PORT_IN_USE;
        }
        new FirstKey(System.getenv(), spec.commandLine().getOut()).provide(host, KeyFile.inFolder(folder));
        try (Family family = new Family()) {
            Runtime.getRuntime().addShutdownHook(new Thread(family::close, "stop"));
            run(installation, folder, family);
            return 0;
        }
    }

    /** Returns when the system was stopped. */
    private void run(Installation installation, Path folder, Family family) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Healer healer = new Healer(family, out::println);
            LiveSystem system = new LiveSystem(installation, family, healer, out);
            SystemPlan any = plan(folder, AvatarMaker.DEFAULT);
            // Before the avatar, whose creation is reported on a topic.
            system.startBroker(any);
            String shown = new AvatarMaker(installation, any, family).provide(video, avatar);
            SystemPlan plan = plan(folder, shown);
            system.startServices(plan, Duration.ofSeconds(timeoutSeconds));
            new WarmUp(plan).run();
            system.startSetupListener(plan);
            out.println("Live Avatar speaks at %s/  (Ctrl-C stops it)".formatted(plan.url(Service.WEB_UI)));
            if (!isWithoutAot) {
                Training.startIfNeeded(installation, plan, family, out::println);
            }
            throw healer.awaitFailure();
        } catch (LaunchException e) {
            // A process that was stopped has not failed.
            if (!family.isClosed()) {
                throw e;
            }
        }
    }

    private SystemPlan plan(Path folder, String shown) {
        return new SystemPlan(host, port, brokerPort, folder, shown, replicas.replicas(), tls.tls());
    }
}
