package avatar.contract.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder that is written under a temporary name and moved to its place when complete. Closing it before deletes it.
 */
public final class GrowingFolder implements AutoCloseable {

    private final Path target;
    private final Path growing;

    private GrowingFolder(Path target, Path growing) {
        this.target = target;
        this.growing = growing;
    }

    /**
     * Creates the temporary folder, after deleting what an interrupted process left of it. Only one per target may
     * exist at a time.
     */
    public static GrowingFolder beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path growing = absolute.resolveSibling("." + absolute.getFileName() + ".growing");
        Folders.delete(growing);
        Files.createDirectories(growing);
        return new GrowingFolder(absolute, growing);
    }

    /** The temporary path. */
    public Path path() {
        return growing;
    }

    /** The temporary path of a file; its folder is created. */
    public Path file(String name) throws IOException {
        Path file = growing.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Moves the folder to its place, replacing an existing one. */
    public void publish() throws IOException {
        Path old = target.resolveSibling("." + target.getFileName() + ".old");
        Folders.delete(old);
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(old);
    }

    @Override
    public void close() {
        try {
            Folders.delete(growing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
