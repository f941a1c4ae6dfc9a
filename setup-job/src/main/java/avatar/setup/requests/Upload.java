package avatar.setup.requests;

import avatar.contract.folder.Folders;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What an avatar is to be made of, as it lies on the shared volume until that has ended.
 *
 * @param folder of this setup alone
 */
record Upload(Path folder, Path file) {

    /** A process that ends in the midst of it so often, it will not survive the next time either. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String ATTEMPTS = ".attempts";

    /** @throws AvatarException {@link ErrorCode#MALFORMED_RECORD} if the request names a file that is no upload of its own */
    static Upload of(SetupRequest request, Path avatars) {
        Path uploads = SetupRequest.uploadsIn(avatars).toAbsolutePath().normalize();
        Path folder = uploads.resolve(request.setup()).normalize();
        Path file = avatars.toAbsolutePath()
                .resolve(String.valueOf(request.source()))
                .normalize();
        if (!uploads.equals(folder.getParent()) || !folder.equals(file.getParent())) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD,
                    "The source of setup '%s' must be a file in %s, not '%s'"
                            .formatted(request.setup(), SetupRequest.sourceOf(request.setup(), ""), request.source()));
        }
        return new Upload(folder, file);
    }

    /**
     * Counts one more attempt to make something of it.
     *
     * @throws AvatarException {@link ErrorCode#SETUP_FAILED} if there were too many, {@link ErrorCode#UNREADABLE_VIDEO} if there is
     *     nothing
     */
    void begin() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(
                    ErrorCode.UNREADABLE_VIDEO, "The upload \"%s\" is gone".formatted(file.getFileName()));
        }
        int attempts = attempts();
        if (attempts >= MOST_ATTEMPTS) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "\"%s\" was begun %d times, and each time setup-job ended in the midst of it"
                            .formatted(file.getFileName(), attempts));
        }
        count(attempts + 1);
    }

    /** Takes the latest attempt back, which was ended in order. */
    void putBack() throws IOException {
        count(Math.max(0, attempts() - 1));
    }

    private int attempts() throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(ATTEMPTS)).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0; // the number of a process that was killed as it wrote it is lost
        }
    }

    private void count(int attempts) throws IOException {
        Files.writeString(folder.resolve(ATTEMPTS), Integer.toString(attempts));
    }

    /** Removes all of it. */
    void delete() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
