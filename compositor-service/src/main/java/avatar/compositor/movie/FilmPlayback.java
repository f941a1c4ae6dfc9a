package avatar.compositor.movie;

import avatar.compositor.playback.PlaybackConfig;
import java.time.Duration;

/** Speech in a film is played as by a channel whose next segment is always there in time. */
final class FilmPlayback implements PlaybackConfig {

    static final PlaybackConfig CONFIG = new FilmPlayback();

    private FilmPlayback() {}

    @Override
    public double transitionFrames() {
        return 1;
    }

    @Override
    public Duration audioAhead() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration segmentTimeout() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration queueLimit() {
        return Duration.ofDays(1);
    }
}
