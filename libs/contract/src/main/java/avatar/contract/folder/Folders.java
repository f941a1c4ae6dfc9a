package avatar.contract.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What can be done to a whole folder. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder, or a file, with all that is in it. What is gone already, or goes meanwhile, is no error.
     *
     * @throws IOException if something stays
     */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // It is gone.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
