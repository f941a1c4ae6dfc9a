package avatar.compositor.channel;

import avatar.compositor.playback.PlaybackConfig;
import avatar.compositor.playback.SpeechEvents;
import avatar.compositor.render.RenderConfig;
import java.time.Duration;

/** What every channel of this service is made with. */
record ChannelParts(
        RenderConfig render, PlaybackConfig playback, SpeechEvents events, long mouthCacheBytes, Duration retryEvery) {}
