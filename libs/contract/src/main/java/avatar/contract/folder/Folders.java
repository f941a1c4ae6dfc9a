package avatar.contract.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Operations on folders with all their content. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder or a file with all its content. A missing folder, or one that is deleted concurrently, is no
     * error.
     *
     * @throws IOException if something could not be deleted
     */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Already deleted.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
