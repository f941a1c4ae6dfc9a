package avatar.viseme.planning;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.sound.PhonemeTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns the timed phonemes of a segment into the mouth movement that goes with them. */
public final class VisemePlanner {

    /** Half a frame at 25 fps: engines round their times, and what is off by less can't be seen. */
    static final Duration OVERHANG = Duration.ofMillis(20);

    private VisemePlanner() {}

    /**
     * Plans a timeline that covers the audio from its first sample to its last. Silence, gaps and the end are shown as
     * {@link Viseme#M}.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_TIMELINE} if the phonemes are out of order or reach beyond the
     *     audio, {@link ErrorCode#UNKNOWN_PHONEME}
     */
    public static VisemeTimeline plan(TimelineRequest request) {
        requireInOrder(request);
        List<Cue> cues = new ArrayList<>();
        for (Phoneme phoneme : request.phonemes()) {
            fillUntil(min(phoneme.start(), request.duration()), cues);
            append(shown(phoneme), min(phoneme.end(), request.duration()), cues);
        }
        fillUntil(request.duration(), cues);
        return new VisemeTimeline(request.duration(), cues);
    }

    private static void requireInOrder(TimelineRequest request) {
        if (request.duration().isNegative()) {
            throw invalid("A duration must not be negative, found %s".formatted(request.duration()));
        }
        Duration latest = request.duration().plus(OVERHANG);
        Duration covered = Duration.ZERO;
        for (Phoneme phoneme : request.phonemes()) {
            if (phoneme.start().compareTo(covered) < 0) {
                throw invalid("Phoneme '%s' starts at %s, before the one ahead of it ends at %s"
                        .formatted(phoneme.symbol(), phoneme.start(), covered));
            }
            if (phoneme.end().compareTo(latest) > 0) {
                throw invalid("Phoneme '%s' ends at %s, after the audio at %s"
                        .formatted(phoneme.symbol(), phoneme.end(), request.duration()));
            }
            covered = phoneme.end();
        }
    }

    private static Viseme shown(Phoneme phoneme) {
        Viseme viseme = PhonemeTable.visemeOf(phoneme.symbol());
        return viseme == Viseme.SIL ? Viseme.M : viseme;
    }

    private static void fillUntil(Duration end, List<Cue> cues) {
        append(Viseme.M, end, cues);
    }

    /** Holds the viseme from the end of the cues to {@code end}: as a cue of its own only if another one was shown. */
    private static void append(Viseme viseme, Duration end, List<Cue> cues) {
        Duration start = cues.isEmpty() ? Duration.ZERO : cues.getLast().end();
        if (end.compareTo(start) <= 0) {
            return;
        }
        if (!cues.isEmpty() && cues.getLast().viseme() == viseme) {
            cues.add(cues.removeLast().until(end));
        } else {
            cues.add(new Cue(viseme, start, end));
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_TIMELINE, detail);
    }
}
