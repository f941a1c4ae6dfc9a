package avatar.compositor.renders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a film is.
 *
 * <pre>
 * queued ─► running ─► done
 *    │         ├─────► failed
 *    └─────────┴─────► cancelled
 * </pre>
 */
enum RenderState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
