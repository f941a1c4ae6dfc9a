package avatar.pictures.encoding;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import java.time.Duration;
import java.util.Iterator;

/** The segments of a render in order, and how much of their text was spoken at a time. */
final class Script {

    private final Iterator<SpeechSegment> speech;
    private boolean isOver;
    private long charactersBefore;
    private int characters;
    private Duration start = Duration.ZERO;
    private Duration length = Duration.ZERO;

    Script(Iterator<SpeechSegment> speech) {
        this.speech = speech;
    }

    boolean hasNext() {
        return !isOver;
    }

    /**
     * Takes the next segment.
     *
     * @param at when it is heard
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if the speech ends before its last segment
     */
    SpeechSegment next(Duration at) {
        if (!speech.hasNext()) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED, "The speech broke off after %.1f s".formatted(at.toNanos() / 1e9));
        }
        SpeechSegment segment = speech.next();
        isOver = segment.last();
        charactersBefore += characters;
        characters = segment.text().length();
        start = at;
        length = segment.duration();
        return segment;
    }

    double charactersUntil(Duration time) {
        double share = length.isZero() ? 1 : (double) time.minus(start).toNanos() / length.toNanos();
        return charactersBefore + characters * Math.clamp(share, 0, 1);
    }
}
