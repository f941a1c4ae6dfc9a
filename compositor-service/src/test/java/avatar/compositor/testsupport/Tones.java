package avatar.compositor.testsupport;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Speech of which every moment can be told: while a mouth is open a tone is heard, while it is shut nothing. */
public final class Tones {

    private static final double HZ = 1_000;
    private static final short LEVEL = 12_000;

    private Tones() {}

    /** A segment of utterance "u" on channel "main". */
    public static SpeechSegment segment(int index, boolean last, int rateHz, int millisEach, Viseme... visemes) {
        return segment("u", index, last, rateHz, millisEach, visemes);
    }

    /** A segment in which each viseme is said for so long, as a phoneme of its name; all of it is the word "text". */
    public static SpeechSegment segment(
            String utteranceId, int index, boolean last, int rateHz, int millisEach, Viseme... visemes) {
        Duration each = Duration.ofMillis(millisEach);
        List<Cue> cues = new ArrayList<>();
        for (Viseme viseme : visemes) {
            Duration start = each.multipliedBy(cues.size());
            cues.add(new Cue(viseme, start, start.plus(each)));
        }
        Duration length = each.multipliedBy(visemes.length);
        List<Phoneme> phonemes = cues.stream()
                .map(cue -> new Phoneme(cue.viseme().label(), cue.start(), cue.end()))
                .toList();
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                utteranceId,
                "main",
                SpeechMode.ENQUEUE,
                index,
                last,
                "voice",
                "text",
                Instant.EPOCH,
                rateHz,
                new VisemeTimeline(length, cues),
                phonemes,
                List.of(new Word("text", Duration.ZERO, length)),
                sound(rateHz, millisEach, visemes));
    }

    private static ByteBuffer sound(int rateHz, int millisEach, Viseme... visemes) {
        int each = rateHz * millisEach / 1_000;
        ByteBuffer sound =
                ByteBuffer.allocate(each * visemes.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Viseme viseme : visemes) {
            for (int sample = 0; sample < each; sample++) {
                boolean isHeard = viseme != Viseme.M && viseme != Viseme.SIL;
                sound.putShort(isHeard ? (short) (LEVEL * Math.cos(2 * Math.PI * HZ * sample / rateHz)) : 0);
            }
        }
        return sound.flip();
    }
}
