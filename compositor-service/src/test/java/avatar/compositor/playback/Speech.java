package avatar.compositor.playback;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Segments for tests: their audio counts its samples, their visemes hold for equal times. */
public final class Speech {

    private static final int RATE = 16_000;

    private Speech() {}

    public static SpeechSegment replace(String id, int index, boolean last, long millis, Viseme... visemes) {
        return segment(id, SpeechMode.REPLACE, index, last, millis, visemes);
    }

    public static SpeechSegment enqueue(String id, int index, boolean last, long millis, Viseme... visemes) {
        return segment(id, SpeechMode.ENQUEUE, index, last, millis, visemes);
    }

    public static SpeechSegment stop(String id) {
        return segment(id, SpeechMode.STOP, 0, true, 0);
    }

    public static SpeechSegment segment(
            String id, SpeechMode mode, int index, boolean last, long millis, Viseme... visemes) {
        return onChannel("main", id, mode, index, last, millis, visemes);
    }

    public static SpeechSegment onChannel(
            String channel, String id, SpeechMode mode, int index, boolean last, long millis, Viseme... visemes) {
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                id,
                channel,
                mode,
                index,
                last,
                "voice",
                "text",
                Instant.EPOCH,
                RATE,
                timeline(millis, visemes),
                audio(millis));
    }

    private static VisemeTimeline timeline(long millis, Viseme... visemes) {
        if (millis == 0) {
            return VisemeTimeline.EMPTY;
        }
        List<Viseme> shown = visemes.length == 0 ? List.of(Viseme.AA) : List.of(visemes);
        Duration each = Duration.ofMillis(millis).dividedBy(shown.size());
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Duration end = i == shown.size() - 1 ? Duration.ofMillis(millis) : each.multipliedBy(i + 1);
            cues.add(new Cue(shown.get(i), each.multipliedBy(i), end));
        }
        return new VisemeTimeline(Duration.ofMillis(millis), cues);
    }

    private static ByteBuffer audio(long millis) {
        int samples = Math.toIntExact(millis * RATE / 1000);
        ByteBuffer audio = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < samples; sample++) {
            audio.putShort((short) sample);
        }
        return audio.flip();
    }
}
