package avatar.cli.render;

import avatar.cli.command.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that is whole or as it was before: it grows beside its place, hidden, and is renamed. */
public final class SavedFile {

    private SavedFile() {}

    /**
     * Makes sure, before the work, that a file can be there.
     *
     * @throws CliException if it can't
     */
    public static void requirePlace(Path target) {
        Path folder = folder(target);
        if (Files.isDirectory(target)) {
            throw new CliException("%s can't be written: it is a folder".formatted(target));
        }
        if (!Files.isDirectory(folder)) {
            throw new CliException("%s can't be written: there is no folder %s".formatted(target, folder));
        }
        if (!Files.isWritable(folder)) {
            throw new CliException("%s can't be written: nobody may write to %s here".formatted(target, folder));
        }
    }

    /**
     * Writes {@code target}, replacing what was there.
     *
     * @param writer is given where to write to; a name with the same ending
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
