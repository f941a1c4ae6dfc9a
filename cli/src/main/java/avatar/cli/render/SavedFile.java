package avatar.cli.render;

import avatar.cli.command.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Writes files so that they are either complete or unchanged: to a hidden file beside the target, which is then
 * renamed.
 */
public final class SavedFile {

    private SavedFile() {}

    /**
     * Checks, before the work, that the target can be written.
     *
     * @throws CliException if it can't
     */
    public static void requirePlace(Path target) {
        Path folder = folder(target);
        if (Files.isDirectory(target)) {
            throw new CliException(
                    "%s can't be written: found a folder, expected the name of a file".formatted(target));
        }
        if (!Files.isDirectory(folder)) {
            throw new CliException(
                    "%s can't be written: found no folder %s; create it first".formatted(target, folder));
        }
        if (!Files.isWritable(folder)) {
            throw new CliException("%s can't be written: no permission to write to folder %s; choose another one"
                    .formatted(target, folder));
        }
    }

    /**
     * Writes {@code target}, replacing an existing file.
     *
     * @param writer receives the path to write to, with the same extension
     * @throws CliException if it can't be written
     */
    public static void write(Path target, Writer writer) {
        requirePlace(target);
        Path growing = folder(target)
                .resolve(".%d-%s".formatted(ProcessHandle.current().pid(), target.getFileName()));
        try {
            try {
                writer.write(growing);
                Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(growing);
            }
        } catch (IOException e) {
            throw new CliException("%s can't be written: %s".formatted(target, e), e);
        }
    }

    private static Path folder(Path target) {
        return Objects.requireNonNullElse(target.toAbsolutePath().normalize().getParent(), target);
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writer {

        void write(Path file) throws IOException;
    }
}
