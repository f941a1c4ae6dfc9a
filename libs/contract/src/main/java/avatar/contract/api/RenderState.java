package avatar.contract.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a render is.
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

    /** Whether it stays as it is. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
