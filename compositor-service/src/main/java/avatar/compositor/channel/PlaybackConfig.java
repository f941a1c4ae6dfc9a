package avatar.compositor.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a channel plays speech. */
@ConfigMapping(prefix = "avatar.playback")
public interface PlaybackConfig {

    /** Frames in which the mouth of a speech gives way to the base video's own; how shapes go over into each other is planned. */
    @WithDefault("1")
    double transitionFrames();

    /**
     * How long before it is heard a segment's audio is sent. 5 s carries a viewer over a hiccup of his line, and is little
     * to throw away when a newer utterance takes over.
     */
    @WithDefault("5s")
    Duration audioAhead();

    /**
     * How long an utterance waits for its next segment before it fails. 20 s is more than a restart of tts-service takes;
     * without an end, whatever was enqueued behind it would never be said.
     */
    @WithDefault("20s")
    Duration segmentTimeout();

    /** The speech that may wait, by how long it plays. 15 min of it take 29 MB; an utterance beyond that fails. */
    @WithDefault("15m")
    Duration queueLimit();
}
