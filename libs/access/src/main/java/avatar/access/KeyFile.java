package avatar.access;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The file of all keys. It is replaced as a whole, so that a reader finds the old or the new one; only its owner may
 * read it.
 */
public final class KeyFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A lock of a file is one of the whole process. */
    private static final Object PROCESS = new Object();

    private final Path file;
    private final Clock clock;

    public KeyFile(Path file, Clock clock) {
        this.file = file.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** The file of {@code AVATAR_ACCESS_KEYS_FILE} or, without that setting, the one in the data folder. */
    public static KeyFile inFolder(Path dataFolder) {
        String named = System.getenv("AVATAR_ACCESS_KEYS_FILE");
        return new KeyFile(
                named == null || named.isBlank() ? dataFolder.resolve("keys.json") : Path.of(named), Clock.systemUTC());
    }

    public Path path() {
        return file;
    }

    /**
     * Reads all keys.
     *
     * @return empty if there is no file
     * @throws AvatarException {@link ErrorCode#MALFORMED_RECORD} if it is not one of keys
     * @throws UncheckedIOException if it can't be read
     */
    public Optional<KeyRing> read() {
        try {
            KeyRing ring = Json.read(Files.readAllBytes(file), KeyRing.class);
            if (ring.version() != KeyRing.VERSION) {
                throw new AvatarException(
                        ErrorCode.MALFORMED_RECORD,
                        "%s has version %d, expected %d".formatted(file, ring.version(), KeyRing.VERSION));
            }
            return Optional.of(ring);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be read: %s".formatted(file, e), e);
        } catch (AvatarException e) {
            throw new AvatarException(e.code(), "Invalid file of keys %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Makes a key; the answer is the only place that has its secret. */
    public KeyText create(String name, Grant grant, Map<Quota, Long> quotas) {
        KeyText created = KeyText.random();
        change(ring -> ring.with(new AccessKey(
                created.id(), name, created.secretHash(), grant.scope(), grant.channels(), clock.instant(), quotas)));
        return created;
    }

    /**
     * Removes a key.
     *
     * @return false if there is none of that id
     */
    public boolean revoke(String id) {
        if (read().flatMap(ring -> ring.find(id)).isEmpty()) {
            return false;
        }
        change(ring -> ring.without(id));
        return true;
    }

    private void change(UnaryOperator<KeyRing> change) {
        try {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            synchronized (PROCESS) {
                try (FileChannel channel = FileChannel.open(
                                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
                        FileLock _ = channel.lock()) {
                    replace(Json.write(change.apply(read().orElseGet(KeyRing::empty))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be written: %s".formatted(file, e), e);
        }
    }

    private void replace(byte[] content) throws IOException {
        Path written = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new", OWNER_ONLY);
        try {
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
