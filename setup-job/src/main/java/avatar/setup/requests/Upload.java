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
 * The uploaded file of a setup, on the shared volume until the setup has finished.
 *
 * @param folder of this setup alone
 */
record Upload(Path folder, Path file) {

    /** A file that ended the process so often is likely to end it again. */
    private static final int MAX_ATTEMPTS = 3;

    private static final String ATTEMPTS = ".attempts";

    private static final System.Logger LOG = System.getLogger(Upload.class.getName());

    /**
     * @throws AvatarException {@link ErrorCode#MALFORMED_RECORD} if the request names a file that is no upload of its
     *     own
     */
    static Upload of(SetupRequest request, Path avatars) {
        Path uploads = SetupRequest.uploadsIn(avatars).toAbsolutePath().normalize();
        Path folder = uploads.resolve(request.setup()).normalize();
        Path file = avatars.toAbsolutePath()
                .resolve(String.valueOf(request.source()))
                .normalize();
        if (!uploads.equals(folder.getParent()) || !folder.equals(file.getParent())) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD,
                    "Invalid source of setup '%s': found '%3$s', expected a file in %2$s"
                            .formatted(request.setup(), SetupRequest.sourceOf(request.setup(), ""), request.source()));
        }
        return new Upload(folder, file);
    }

    /**
     * Counts an attempt to make an avatar of the file.
     *
     * @throws AvatarException {@link ErrorCode#SETUP_FAILED} after too many attempts,
     *     {@link ErrorCode#UNREADABLE_VIDEO} if the file is missing
     */
    void count() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(
                    ErrorCode.UNREADABLE_VIDEO,
                    "The upload \"%s\" is missing; upload it again".formatted(file.getFileName()));
        }
        int attempts = attempts();
        if (attempts >= MAX_ATTEMPTS) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "\"%s\" was started %d times, and setup-job ended each time before it was complete"
                            .formatted(file.getFileName(), attempts));
        }
        write(attempts + 1);
    }

    /** Takes back the latest attempt, which was stopped and did not end the process. */
    void uncount() {
        try {
            write(Math.max(0, attempts() - 1));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A stopped attempt counts as a failed one: {0}", e.getMessage());
        }
    }

    private int attempts() throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(ATTEMPTS)).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0; // a process that is killed while it writes the number loses it
        }
    }

    private void write(int attempts) throws IOException {
        Files.writeString(folder.resolve(ATTEMPTS), Integer.toString(attempts));
    }

    /** Deletes the folder of the setup. */
    void delete() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
