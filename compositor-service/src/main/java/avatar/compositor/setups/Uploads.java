package avatar.compositor.setups;

import avatar.compositor.disk.DiskRoom;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.folder.Folders;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The uploaded files on the shared volume: at first under random names, then in the folder of their setup, from
 * which setup-job reads and at the end deletes them.
 */
@Singleton
final class Uploads {

    private static final String RECEIVED = "received";
    private static final int MAX_NAME_LENGTH = 100;

    private final Path avatars;
    private final Path folder;
    private final DiskRoom room;
    private final Duration keep;

    Uploads(AvatarFolder avatars, SetupsConfig config) {
        this.avatars = avatars.path();
        this.folder = SetupRequest.uploadsIn(avatars.path());
        this.room = new DiskRoom(receiving(), config.keepFree().asLongValue());
        this.keep = config.keepUploads();
    }

    /** Where files are received, under random names. */
    Path receiving() {
        return folder.resolve(RECEIVED);
    }

    /**
     * Requires free space for an upload.
     *
     * @throws AvatarException {@link ErrorCode#NO_ROOM}, or {@link ErrorCode#SETUP_FAILED} if nothing can be
     *     written there
     */
    void requireRoom(long bytes) {
        try {
            room.require("an upload of %d MB".formatted(bytes >> 20), bytes);
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "Uploads can't be written: " + e, e);
        }
    }

    /** Moves a received file to its setup; the result is its path, relative to the folder of the avatars. */
    String assign(Path received, String setup, String fileName) {
        String source = SetupRequest.sourceOf(setup, plain(fileName));
        Path place = avatars.resolve(source);
        try {
            Files.createDirectories(place.getParent());
            Files.move(received, place, StandardCopyOption.ATOMIC_MOVE);
            return source;
        } catch (IOException e) {
            delete(setup);
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file of a setup. */
    void delete(String setup) {
        deleteTree(folder.resolve(setup));
    }

    /** Deletes files whose setups were lost. */
    void deleteOld(Instant now) {
        try (Stream<Path> setups = Files.list(folder)) {
            for (Path setup : setups.toList()) {
                List<Path> candidates = setup.endsWith(RECEIVED) ? filesIn(setup) : List.of(setup);
                candidates.stream().filter(path -> isOld(path, now)).forEach(Uploads::deleteTree);
            }
        } catch (NoSuchFileException e) {
            // Without uploads there is no folder.
        } catch (IOException | UncheckedIOException e) {
            Log.warnf("Old uploads can't be deleted error=%s", e);
        }
    }

    private boolean isOld(Path path, Instant now) {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(keep));
        } catch (IOException e) {
            return false; // it was deleted meanwhile
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Names go into paths, messages and manifests: letters, digits and a little more, the ending kept. */
    static String plain(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
        return plain.isEmpty() ? "upload" : plain.substring(Math.max(0, plain.length() - MAX_NAME_LENGTH));
    }

    static void deleteTree(Path tree) {
        try {
            Folders.delete(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
