package avatar.compositor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.compositor.playback.PlaybackConfig;
import avatar.compositor.render.RenderConfig;
import avatar.compositor.testsupport.Bundles;
import avatar.compositor.testsupport.Configs;
import avatar.compositor.testsupport.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path avatars;

    private LiveChannel channel = newChannel(Path.of("none"));
    private Thread thread = new Thread(channel);

    @BeforeEach
    void start() {
        channel = newChannel(avatars.resolve("a"));
        thread = Thread.ofPlatform().start(channel);
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.stop();
        assertThat(thread.join(PATIENCE)).as("the thread ends").isTrue();
    }

    @Test
    void saysWhatIsMissingAndRunsOnceItIsThere() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(channel.trouble())
                        .hasValueSatisfying(reason -> assertThat(reason).endsWith("avatar.json is missing")));
        assertThat(channel.running()).isEmpty();

        Path made = avatars.resolve("being-made");
        Bundles.write(made, Scene.of(320, 240, 2), 25);
        Files.move(made, avatars.resolve("a"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(channel.trouble()).isEmpty());
        assertThat(channel.running())
                .hasValueSatisfying(
                        running -> assertThat(running.avatar().frames()).hasSize(2));
    }

    private static LiveChannel newChannel(Path bundle) {
        return new LiveChannel(
                "main",
                bundle,
                new ChannelParts(
                        Configs.defaults(RenderConfig.class),
                        Configs.defaults(PlaybackConfig.class),
                        event -> {},
                        0,
                        Duration.ofMillis(50)));
    }
}
