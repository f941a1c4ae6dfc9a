package avatar.setup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {

    @TempDir
    Path avatars;

    @Test
    void folderThatIsClosedBeforeItIsWholeLeavesNothing() throws IOException {
        try (BundleFolder folder = BundleFolder.beside(avatars.resolve("anna"))) {
            Files.writeString(folder.file("visemes/mouth_M.png"), "half");
        }

        assertThat(avatars).isEmptyDirectory();
    }

    @Test
    void oneBundleIsMadeByOneAtATime() throws IOException {
        try (BundleFolder first = BundleFolder.beside(avatars.resolve("anna"));
                BundleFolder other = BundleFolder.beside(avatars.resolve("zoe"))) {
            Files.writeString(first.file("base.mp4"), "half");

            assertThatThrownBy(() -> BundleFolder.beside(avatars.resolve("anna")))
                    .isInstanceOf(AvatarException.class)
                    .hasMessage("Avatar 'anna' is being made by another process");
            assertThat(first.file("base.mp4")).exists();
            assertThat(other.file("base.mp4")).doesNotExist();
        }
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws IOException {
        Path left = Files.createDirectories(avatars.resolve(".anna.growing")).resolve("base.mp4");
        Files.writeString(left, "half");

        try (BundleFolder folder = BundleFolder.beside(avatars.resolve("anna"))) {
            assertThat(folder.checksums()).isEmpty();
        }
    }
}
