package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.folder.GrowingFolder;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The folder that a bundle is written to until it is complete. Closed before that, it is deleted. One process at a time
 * may make a bundle.
 */
final class BundleFolder implements AutoCloseable {

    private final GrowingFolder growing;
    private final FileChannel lock;
    private final Path lockFile;

    private BundleFolder(GrowingFolder growing, Path lockFile, FileChannel lock) {
        this.growing = growing;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Creates the folder, and deletes what a killed process left.
     *
     * @throws AvatarException {@link ErrorCode#SETUP_FAILED} if another process makes the same bundle
     */
    static BundleFolder beside(Path target) throws IOException {
        Path lockFile = target.resolveSibling("." + target.getFileName() + ".lock");
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!take(lock)) {
            lock.close();
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "Avatar '%s' is being made by another process".formatted(target.getFileName()));
        }
        return new BundleFolder(GrowingFolder.beside(target), lockFile, lock);
    }

    private static boolean take(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The path to write a file of that name to. */
    Path file(String name) throws IOException {
        return growing.file(name);
    }

    void writePng(String name, BufferedImage image) throws IOException {
        if (!ImageIO.write(image, "png", file(name).toFile())) {
            throw new IOException("No PNG writer for '%s'".formatted(name));
        }
    }

    void writeJson(String name, Object value) throws IOException {
        Files.write(file(name), Json.write(value));
    }

    /** Writes the manifest, indented for readers; it is the last file, since it has the checksums of all others. */
    void writeManifest(AvatarManifest manifest) throws IOException {
        Files.write(
                file(AvatarBundle.MANIFEST),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    }

    /** The checksums of all files written so far. */
    Map<String, String> checksums() throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(growing.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                checksums.put(growing.path().relativize(file).toString(), AvatarBundle.sha256(file));
            }
        }
        return checksums;
    }

    /** Moves the bundle to its place, and replaces an older one. */
    void publish() throws IOException {
        AvatarBundle.open(growing.path());
        growing.publish();
    }

    @Override
    public void close() {
        try (lock;
                growing) {
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
