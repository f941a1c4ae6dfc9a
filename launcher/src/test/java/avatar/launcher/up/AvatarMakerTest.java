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
                new Installation(root),
                new SystemPlan("127.0.0.1", 8080, 9092, root, "default", Replicas.ONE_OF_EACH),
                new Family());
    }

    @Test
    void makesTheDefaultAvatarWhenThereIsNone() throws IOException {
        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("default");

        assertThat(installation.notes("setup")).containsExactly("default" + whereAndTo());
    }

    @Test
    void startsNothingWhenTheDefaultAvatarIsComplete() throws IOException {
        putAvatar("default", completeManifest());

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
    void takesAnExistingAvatar() throws IOException {
        putAvatar("zoe", completeManifest());
        putAvatar("anna", completeManifest());

        assertThat(maker.provide(NO_VIDEO, null)).isEqualTo("anna");
        assertThat(maker.provide(NO_VIDEO, "zoe")).isEqualTo("zoe");

        assertThat(installation.notes("setup")).isEmpty();
    }

    @Test
    void makesAnAvatarOfAVideoWithTheFilesNameAsItsId() throws IOException {
        String file = Files.createFile(root.resolve("My Face.mp4")).toString();

        assertThat(maker.provide(video("--video", file), null)).isEqualTo("my-face");
        assertThat(maker.provide(video("--video", file, "--frame=-1", "--size", "256"), "me"))
                .isEqualTo("me");

        assertThat(installation.notes("setup"))
                .containsExactly(
                        "make --video %s --id my-face".formatted(file) + whereAndTo(),
                        "make --video %s --id me --frame -1 --size 256".formatted(file) + whereAndTo());
    }

    @Test
    void startsNothingWhenTheVideoIsAbsent() throws IOException {
        assertThatThrownBy(() -> maker.provide(video("--video", "absent.mp4"), null))
                .isInstanceOf(LaunchException.class)
                .hasMessage("Found no file 'absent.mp4'; expected --video with a video or a picture of a face");

        assertThat(installation.notes("setup")).isEmpty();
    }

    @Test
    void refusesAnUnknownAvatar() throws IOException {
        assertThatThrownBy(() -> maker.provide(NO_VIDEO, "bob"))
                .hasMessageContaining("Found no avatar 'bob' in %s, and no other; create", root.resolve("avatars"));
        putAvatar("anna", completeManifest());

        assertThatThrownBy(() -> maker.provide(NO_VIDEO, "bob"))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "Found no avatar 'bob' in %s, only [anna]; create it with ./avatar setup --id bob --video FILE",
                        root.resolve("avatars"));
    }

    private static VideoOptions video(String... arguments) {
        return CommandLine.populateCommand(new VideoOptions(), arguments);
    }

    /** The arguments for the folder of the avatars and the broker of the progress. */
    private String whereAndTo() {
        return " --avatars " + root.resolve("avatars") + " --events 127.0.0.1:9092";
    }

    private void putAvatar(String id, byte[] manifest) throws IOException {
        Path folder = root.resolve("avatars").resolve(id);
        Files.createDirectories(folder);
        Files.write(folder.resolve("avatar.json"), manifest);
    }

    /** Of a bundle without other files. */
    private static byte[] completeManifest() {
        Box box = new Box(0, 0, 1, 1);
        AvatarManifest.Source source = new AvatarManifest.Source("a.mp4", "00");
        return Json.write(new AvatarManifest(
                AvatarManifest.VERSION, "a", source, 64, 64, 25, 1, 0, "none", Map.of(), box, box, Map.of()));
    }
}
