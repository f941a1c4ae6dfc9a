package avatar.launcher.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.json.Json;
import avatar.launcher.process.Family;
import avatar.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AvatarMakerTest {

    private static final VideoOptions NO_VIDEO = new VideoOptions();

    @TempDir
    Path root;

    private StandInInstallation installation;
    private AvatarMaker maker;

    @BeforeEach
    void build() throws IOException {
        installation = StandInInstallation.in(root);
        maker = new AvatarMaker(
                new Installation(root), new SystemPlan("127.0.0.1", 8080, 9092, root, "default"), new Family());
    }

    @Test
    void makesTheDefaultAvatarWhenThereIsNone() throws IOException {
        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("default");

        assertThat(installation.notes("setup")).containsExactly("default" + whereAndTo());
    }

    @Test
    void startsNothingWhenTheDefaultAvatarIsWhole() throws IOException {
        putAvatar("default", wholeManifest());

        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("default");

        assertThat(installation.notes("setup")).isEmpty();
    }

    @Test
    void makesTheDefaultAvatarAgainWhenItIsBroken() throws IOException {
        putAvatar("default", "{}".getBytes(UTF_8));

        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("default");

        assertThat(installation.notes("setup")).hasSize(1);
    }

    @Test
    void takesTheAvatarThatIsThere() throws IOException {
        putAvatar("zoe", wholeManifest());
        putAvatar("anna", wholeManifest());

        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("anna");
        assertThat(maker.provide(NO_VIDEO, "zoe")).isEqualTo("zoe");

        assertThat(installation.notes("setup")).isEmpty();
    }

    @Test
    void makesAnAvatarOfAVideoAndCallsItAfterTheFile() throws IOException {
        assertThat(maker.provide(video("--video", "My Face.mp4"), null)).isEqualTo("my-face");
        assertThat(maker.provide(video("--video", "My Face.mp4", "--frame=-1", "--size", "256"), "me"))
                .isEqualTo("me");

        assertThat(installation.notes("setup"))
                .containsExactly(
                        "make --video My Face.mp4 --id my-face" + whereAndTo(),
                        "make --video My Face.mp4 --id me --frame -1 --size 256" + whereAndTo());
    }

    @Test
    void refusesAnAvatarThatIsNotThere() throws IOException {
        putAvatar("anna", wholeManifest());

        assertThatThrownBy(() -> maker.provide(NO_VIDEO, "bob"))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "There is no avatar 'bob' in %s, only [anna]; make it with ./avatar setup",
                        root.resolve("avatars"));
    }

    private static VideoOptions video(String... arguments) {
        return CommandLine.populateCommand(new VideoOptions(), arguments);
    }

    /** The arguments that say where the avatars are, and who is told of the progress. */
    private String whereAndTo() {
        return " --avatars " + root.resolve("avatars") + " --events 127.0.0.1:9092";
    }

    private void putAvatar(String id, byte[] manifest) throws IOException {
        Path folder = root.resolve("avatars").resolve(id);
        Files.createDirectories(folder);
        Files.write(folder.resolve("avatar.json"), manifest);
    }

    /** Of a bundle without other files. */
    private static byte[] wholeManifest() {
        Box box = new Box(0, 0, 1, 1);
        AvatarManifest.Source source = new AvatarManifest.Source("a.mp4", "00");
        return Json.write(new AvatarManifest(
                AvatarManifest.VERSION, "a", source, 64, 64, 25, 1, 0, "none", Map.of(), box, box, Map.of()));
    }
}
