package avatar.speech.edge;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A failure of the read-aloud service. */
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

    /** The kind of a failure, which decides whether another attempt makes sense. */
    enum Kind {
        /** A timeout: another attempt would cost as much again. */
        TIMED_OUT,
        /** The token was refused; an attempt with the service's own time may succeed. */
        REFUSED,
        /** The connection or an answer was broken; that may be chance. */
        BROKEN,
        /** The service rejects this request for good, because the voice does not exist for example. */
        REJECTED,
        /** The service completed the request without sound: the voice can't pronounce the text. */
        NO_SOUND
    }
}
