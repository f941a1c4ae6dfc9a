package avatar.sadtalker.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder that a model bundle grows in, beside its place, until it is whole. Closed before that, it is gone. */
final class ModelFolder implements AutoCloseable {

    private final Path target;
    private final Path growing;

    private ModelFolder(Path target, Path growing) {
        this.target = target;
        this.growing = growing;
    }

    /** Also clears away what a killed run left. */
    static ModelFolder beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path growing = absolute.resolveSibling("." + absolute.getFileName() + ".growing");
        deleteTree(growing);
        Files.createDirectories(growing);
        return new ModelFolder(absolute, growing);
    }

    Path file(String name) {
        return growing.resolve(name);
    }

    /** Puts it in its place, instead of what was there. */
    void publish() throws IOException {
        Path old = target.resolveSibling("." + target.getFileName() + ".old");
        deleteTree(old);
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
        deleteTree(old);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            deleteTree(growing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
