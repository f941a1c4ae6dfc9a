package avatar.compositor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import avatar.contract.bundle.AvatarFolder;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.playback.FrameScheduler;
import avatar.pictures.playback.PlaybackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set up before each test
class LiveChannelTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path avatars;

    private final FrameScheduler scheduler = new FrameScheduler(2);
    private final ExecutorService loaders = Executors.newFixedThreadPool(2);
    private AvatarLibrary library;

    @BeforeEach
    void open() {
        avatar.pictures.library.Bundles bundles =
                new avatar.pictures.library.Bundles(new AvatarFolder(avatars), Avatars.FORMAT);
        library = new AvatarLibrary(bundles, 1, 0, loaders, System::nanoTime);
    }

    @AfterEach
    void stop() {
        scheduler.close();
        loaders.shutdownNow();
    }

    @Test
    void reportsWhatIsMissingAndRunsOnceItExists() throws Exception {
        LiveChannel channel = channel("main");
        assertThatThrownBy(() -> channel.open().toCompletableFuture().join())
                .rootCause()
                .hasMessageStartingWith("Channel 'main' has no avatar yet:")
                .hasMessageEndingWith("avatar.json is missing");
        assertThat(channel.state()).isEqualTo("broken");
        assertThat(channel.trouble())
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("avatar.json is missing"));

        makeAvatar();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(channel.state()).isEqualTo("running"));
        assertThat(channel.trouble()).isEmpty();
        assertThat(channel.pictures())
                .hasValueSatisfying(
                        pictures -> assertThat(pictures.avatar().frames()).hasSize(2));
    }

    @Test
    void channelsOfOneAvatarShareItAndReturnItWhenTheyAreIdle() throws Exception {
        makeAvatar();
        LiveChannel one = channel("one");
        LiveChannel two = channel("two");
        one.open().toCompletableFuture().join();
        two.open().toCompletableFuture().join();
        assertThat(one.pictures()).isEqualTo(two.pictures());
        assertThat(library.lent()).isEqualTo(Map.of("a", 2));

        one.unloadAfter(Duration.ZERO);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(library.lent()).isEqualTo(Map.of("a", 1)));
        assertThat(one.state()).isEqualTo("idle");
        assertThat(one.trouble()).as("idle is no trouble").isEmpty();
        assertThat(two.state()).isEqualTo("running");

        one.open().toCompletableFuture().join();
        assertThat(library.lent()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void deletedChannelReturnsItsAvatar() throws Exception {
        makeAvatar();
        LiveChannel channel = channel("gone");
        channel.open().toCompletableFuture().join();

        channel.close().toCompletableFuture().join();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(library.lent()).isEqualTo(Map.of("a", 0)));
        assertThatThrownBy(() -> channel.open().toCompletableFuture().join())
                .hasRootCauseMessage("Channel 'gone' has no avatar yet: it was deleted");
    }

    @Test
    void channelThatIsDeletedWhileItsAvatarIsLoadedTakesNone() throws Exception {
        makeAvatar();
        LiveChannel channel = channel("gone");
        var opened = channel.open().toCompletableFuture();

        channel.close().toCompletableFuture().join();

        assertThat(opened.handle((running, failure) -> true).join()).isTrue();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(library.lent()).isEqualTo(Map.of("a", 0)));
    }

    private void makeAvatar() throws Exception {
        Path made = avatars.resolve("being-made");
        Bundles.write(made, Scene.of(320, 240, 2), 25);
        Files.move(made, avatars.resolve("a"));
    }

    private LiveChannel channel(String name) {
        return new LiveChannel(
                name,
                "a",
                new LiveChannel.Parts(
                        library,
                        scheduler,
                        PlaybackSettings.DEFAULT,
                        event -> {},
                        (id, progress) -> {},
                        Duration.ofMillis(50)));
    }
}
