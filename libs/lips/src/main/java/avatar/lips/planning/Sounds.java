package avatar.lips.planning;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.phonetics.sound.PhonemeTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Converts phonemes to visemes over time, without gaps, from the first audio sample to the last. */
final class Sounds {

    /** Half a frame at 25 fps: engines round their times, and a smaller deviation can't be seen. */
    static final Duration OVERHANG = Duration.ofMillis(20);

    private final long end;
    private final List<Sound> sounds = new ArrayList<>();

    private Sounds(long end) {
        this.end = end;
    }

    /**
     * The sounds of a segment; gaps become silence, and phonemes that exceed the audio by at most {@link #OVERHANG}
     * are clipped.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_TIMELINE}, {@link ErrorCode#UNKNOWN_PHONEME}
     */
    static List<Sound> of(TimelineRequest request) {
        requireInOrder(request);
        Sounds sounds = new Sounds(request.duration().toNanos());
        for (Phoneme phoneme : request.phonemes()) {
            sounds.append(Viseme.SIL, phoneme.start().toNanos());
            sounds.append(PhonemeTable.visemeOf(phoneme.symbol()), phoneme.end().toNanos());
        }
        sounds.append(Viseme.SIL, sounds.end);
        return sounds.sounds;
    }

    private static void requireInOrder(TimelineRequest request) {
        if (request.duration().isNegative()) {
            throw invalid("A duration must not be negative, found %s".formatted(request.duration()));
        }
        Duration latest = request.duration().plus(OVERHANG);
        Duration covered = Duration.ZERO;
        for (Phoneme phoneme : request.phonemes()) {
            if (phoneme.start().compareTo(covered) < 0) {
                throw invalid("Phoneme '%s' starts at %s, before the previous one ends at %s"
                        .formatted(phoneme.symbol(), phoneme.start(), covered));
            }
            if (phoneme.end().compareTo(latest) > 0) {
                throw invalid("Phoneme '%s' ends at %s, after the audio at %s"
                        .formatted(phoneme.symbol(), phoneme.end(), request.duration()));
            }
            covered = phoneme.end();
        }
    }

    /** Extends the sounds with a viseme up to {@code until}. */
    private void append(Viseme viseme, long until) {
        long start = sounds.isEmpty() ? 0 : sounds.getLast().end();
        long clipped = Math.min(until, end);
        if (clipped <= start) {
            return;
        }
        if (!sounds.isEmpty() && sounds.getLast().viseme() == viseme) {
            sounds.add(new Sound(viseme, sounds.removeLast().start(), clipped));
        } else {
            sounds.add(new Sound(viseme, start, clipped));
        }
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_TIMELINE, detail);
    }
}
