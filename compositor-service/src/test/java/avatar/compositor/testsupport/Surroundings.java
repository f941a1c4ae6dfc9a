package avatar.compositor.testsupport;

import avatar.launcher.broker.BrokerProcess;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Scene;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The environment of the service: a real broker and the bundle of a small avatar. Injected into tests. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    public static final int FPS = 25;
    public static final Scene SCENE = Scene.of(320, 240, 10);

    private @Nullable Path folder;
    private @Nullable BrokerProcess broker;
    private final TtsStandIn tts = new TtsStandIn();

    @Override
    public Map<String, String> start() {
        try {
            Path made = Files.createTempDirectory("compositor-test");
            folder = made;
            Bundles.write(made.resolve("avatars").resolve("default"), SCENE, FPS);
            BrokerProcess started = BrokerProcess.start(made.resolve("broker"), 0);
            broker = started;
            return Map.of(
                    "kafka.bootstrap.servers",
                    started.bootstrapServers(),
                    "avatar.avatars.folder",
                    made.resolve("avatars").toString(),
                    "avatar.renders.folder",
                    Leftovers.in(made.resolve("renders")).toString(),
                    "avatar.renders.tts-url",
                    tts.url(),
                    "avatar.renders.max-waiting",
                    "2",
                    "avatar.stream.write-timeout",
                    "2s",
                    "avatar.setups.max-upload",
                    "2M",
                    "avatar.setups.upload-timeout",
                    "3s",
                    // The old name of event-timeout, which works for one version.
                    "avatar.setups.silence",
                    "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(Surroundings.class));
    }

    public TtsStandIn tts() {
        return tts;
    }

    /** The folder of the bundles. */
    public Path avatars() {
        return Objects.requireNonNull(folder).resolve("avatars");
    }

    public String bootstrapServers() {
        return broker().bootstrapServers();
    }

    public void stopBroker() {
        broker().close();
    }

    /** Starts it where it was, with the records it had. */
    public void startBrokerAgain() {
        broker = BrokerProcess.start(Objects.requireNonNull(folder).resolve("broker"), broker().port());
    }

    @Override
    public void stop() {
        tts.close();
        if (broker != null) {
            broker.close();
        }
    }

    private BrokerProcess broker() {
        return Objects.requireNonNull(broker, "The broker was not started");
    }
}
