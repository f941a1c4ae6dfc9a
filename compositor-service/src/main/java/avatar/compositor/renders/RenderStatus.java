package avatar.compositor.renders;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A film as the API tells of it.
 *
 * @param percent of the speech
 * @param secondsLeft as estimated; null while nobody knows, and when it is over
 * @param detail why it was not made; null if it was
 * @param url of the file, once it is there
 */
record RenderStatus(
        String id,
        RenderState state,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable String detail,
        String format,
        @Nullable String url,
        @Nullable Duration duration,
        @Nullable Long bytes) {}
