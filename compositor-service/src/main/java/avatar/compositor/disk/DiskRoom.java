package avatar.compositor.disk;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The free space of the disk that a folder is on. Some of it is never given away: the records of the broker may be on
 * the same disk, and without them nobody speaks.
 *
 * @param folder that is written to; created when it is needed
 * @param keepFree bytes that must be left
 */
public record DiskRoom(Path folder, long keepFree) {

    /**
     * Requires free space.
     *
     * @param what is written, such as "an upload of 3 MB"
     * @param bytes of it, as far as they are known
     * @throws AvatarException {@link ErrorCode#NO_ROOM}
     * @throws IOException if the folder can't be written to
     */
    public void require(String what, long bytes) throws IOException {
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free - bytes < keepFree) {
            throw new AvatarException(
                    ErrorCode.NO_ROOM,
                    "Not enough room on the disk: found %d MB, and %s must leave %d MB"
                            .formatted(free >> 20, what, keepFree >> 20));
        }
    }
}
