package avatar.faces.video;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The failure of every video that can't be read: one line with the name of the file and its fault. */
final class Unreadable {

    private Unreadable() {}

    static AvatarException because(Path file, String what) {
        return because(file, what, null);
    }

    static AvatarException because(Path file, String what, @Nullable Throwable cause) {
        return new AvatarException(ErrorCode.UNREADABLE_VIDEO, "\"%s\" %s".formatted(file.getFileName(), what), cause);
    }
}
