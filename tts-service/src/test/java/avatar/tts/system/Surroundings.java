package avatar.tts.system;

import avatar.launcher.broker.BrokerProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment of the service: a real broker, and a stand-in for viseme-service. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    /** Set to {@link #LATER}, the service starts while there is no broker yet. */
    static final String BROKER = "broker";

    static final String LATER = "later";

    private final Path folder = temporaryFolder();
    private final VisemeStandIn visemes = new VisemeStandIn();
    private int port;
    private boolean startsLater;
    private @Nullable BrokerProcess broker;

    @Override
    public void init(Map<String, String> arguments) {
        startsLater = LATER.equals(arguments.get(BROKER));
    }

    @Override
    public Map<String, String> start() {
        port = freePort();
        if (!startsLater) {
            startBroker();
        }
        return Map.of("kafka.bootstrap.servers", "127.0.0.1:" + port, "avatar.viseme.url", visemes.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    /** Stops the broker; its data stays. */
    public void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    /** Lets the broker hang: its connections stay, and it reads nothing. */
    public void pauseBroker() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resumeBroker() {
        signal("CONT");
    }

    private void signal(String name) {
        if (broker == null) {
            throw new IllegalStateException("The broker was not started");
        }
        try {
            String pid = String.valueOf(broker.process().pid());
            int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -%s %s ended with exit code %d".formatted(name, pid, code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the broker with its data. */
    public void startBroker() {
        broker = BrokerProcess.start(folder, port);
    }

    @Override
    public void stop() {
        stopBroker();
        visemes.close();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tts-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
