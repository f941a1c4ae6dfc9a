package avatar.contract.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A render: {@code GET /api/v1/renders/{id}}.
 *
 * @param percent of the speech that is rendered
 * @param secondsLeft estimated; null while unknown and in a final state
 * @param detail why it failed; null unless it failed
 * @param format extension of the file
 * @param url path of the file; null unless the state is {@code done}
 * @param duration of the video; null until it is known
 * @param bytes size of the file; null unless the state is {@code done}
 */
public record RenderStatus(
        String id,
        RenderState state,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable String detail,
        String format,
        @Nullable String url,
        @Nullable Duration duration,
        @Nullable Long bytes) {}
