package avatar.speech.edge;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why the service did not speak. */
final class EdgeFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    EdgeFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    EdgeFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What a failure says about the next attempt. */
    enum Kind {
        /** Nobody said a word for as long as is waited: another attempt would cost as much again. */
        SILENT,
        /** The token was refused; with the service's own time it may do. */
        REFUSED,
        /** It broke at once; that may be chance. */
        BROKEN,
        /** It will not do what it was asked, for anybody: there is no such voice, say. */
        REJECTED,
        /** All went well, but there was no sound: the voice has none for this text. */
        NO_SOUND
    }
}
