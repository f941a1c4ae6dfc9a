package avatar.compositor.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a channel plays speech. */
@ConfigMapping(prefix = "avatar.playback")
public interface PlaybackConfig {

    /**
     * Frames in which the mouth fades to that of the base video; movements between shapes are planned by
     * viseme-service.
     */
    @WithDefault("1")
    double transitionFrames();

    /**
     * How long before it is heard a segment's audio is sent. 5 s bridges a short gap of a viewer's line, and is
     * little to discard when a newer utterance replaces it.
     */
    @WithDefault("5s")
    Duration audioAhead();

    /** How long an utterance waits for its next segment, or for the avatar, until its status says so. */
    @WithDefault("5s")
    Duration waitingNotice();
}
