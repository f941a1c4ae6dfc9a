package avatar.pictures.encoding;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A video file of speech.
 *
 * @param duration of the pictures
 */
public record Render(Path file, Duration duration, long frames, long bytes) {}
