package avatar.contract.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The state of a render.
 *
 * <pre>
 * queued ─► running ─► done
 *    │         ├─────► failed
 *    └─────────┴─────► cancelled
 * </pre>
 */
public enum RenderState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the state is final. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
