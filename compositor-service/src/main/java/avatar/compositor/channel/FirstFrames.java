package avatar.compositor.channel;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.pictures.playback.OfflinePlayback;
import avatar.pictures.playback.Pictures;
import avatar.pictures.playback.PlaybackSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of speech that nobody sees: composed when the service starts, so that the code is compiled when the first are
 * seen.
 */
public final class FirstFrames {

    private static final Duration CUE = Duration.ofMillis(60);
    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int BYTES_PER_SAMPLE = 2;

    private FirstFrames() {}

    /** Composes a second of speech with every viseme, in some tenths of a second. */
    public static void compose(Pictures pictures) {
        double fps = pictures.avatar().fps();
        OfflinePlayback playback = new OfflinePlayback(pictures, fps, Duration.ZERO, PlaybackSettings.DEFAULT);
        playback.add(segment());
        while (playback.nextEnd().compareTo(playback.end()) < 0) {
            playback.next();
            playback.newSound();
        }
    }

    private static SpeechSegment segment() {
        List<Cue> cues = new ArrayList<>();
        for (Viseme viseme : Viseme.values()) {
            Duration start = CUE.multipliedBy(cues.size());
            cues.add(new Cue(viseme, start, start.plus(CUE)));
        }
        Duration duration = CUE.multipliedBy(cues.size());
        int samples = Math.toIntExact(duration.toMillis() * SAMPLE_RATE_HZ / 1000);
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                "first-frames",
                "main",
                SpeechMode.REPLACE,
                0,
                true,
                "",
                "",
                Instant.EPOCH,
                SAMPLE_RATE_HZ,
                new VisemeTimeline(duration, cues),
                ByteBuffer.allocate(samples * BYTES_PER_SAMPLE));
    }
}
