package avatar.contract.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFolderTest {

    @TempDir
    Path parent;

    @Test
    void publishedFolderIsCompleteAndReplacesTheOldOne() throws IOException {
        Path target = parent.resolve("thing");
        Files.createDirectories(target);
        Files.writeString(target.resolve("old"), "old");

        try (GrowingFolder growing = GrowingFolder.beside(target)) {
            Files.writeString(growing.file("in/new"), "new");
            assertThat(target.resolve("old")).exists();

            growing.publish();
        }

        assertThat(target.resolve("in/new")).hasContent("new");
        assertThat(target.resolve("old")).doesNotExist();
        assertThat(parent).isDirectoryContaining("glob:**/thing").isDirectoryNotContaining("glob:**/.thing*");
    }

    @Test
    void folderClosedBeforeItIsPublishedIsDeletedAndTheOldOneStays() throws IOException {
        Path target = Files.createDirectories(parent.resolve("thing"));

        try (GrowingFolder growing = GrowingFolder.beside(target)) {
            Files.writeString(growing.file("half"), "ha");
        }

        assertThat(target).isEmptyDirectory();
        assertThat(parent).isDirectoryNotContaining("glob:**/.thing*");
    }

    @Test
    void deletesTheRemainsOfAKilledProcess() throws IOException {
        GrowingFolder killed = GrowingFolder.beside(parent.resolve("thing"));
        Files.writeString(killed.file("half"), "ha");

        try (GrowingFolder growing = GrowingFolder.beside(parent.resolve("thing"))) {
            assertThat(growing.path()).isEmptyDirectory();
        }
    }

    @Test
    void deletingAMissingFolderIsNoError() throws IOException {
        Folders.delete(parent.resolve("nothing"));

        assertThat(parent).isEmptyDirectory();
    }
}
