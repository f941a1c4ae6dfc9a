package avatar.contract.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that grows out of sight beside its place until it is whole, and then is there at once. Closed before that, it is gone. */
public final class GrowingFolder implements AutoCloseable {

    private final Path target;
    private final Path growing;

    private GrowingFolder(Path target, Path growing) {
        this.target = target;
        this.growing = growing;
    }

    /** Also clears away what a killed process left. Of one target there may be one at a time. */
    public static GrowingFolder beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path growing = absolute.resolveSibling("." + absolute.getFileName() + ".growing");
        Folders.delete(growing);
        Files.createDirectories(growing);
        return new GrowingFolder(absolute, growing);
    }

    /** Where it is until it is whole. */
    public Path path() {
        return growing;
    }

    /** Where a file of that name is to be written; its folder is there. */
    public Path file(String name) throws IOException {
        Path file = growing.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Puts it in its place, instead of what was there. */
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
