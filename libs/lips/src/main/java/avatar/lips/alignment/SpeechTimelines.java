package avatar.lips.alignment;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import avatar.lips.planning.VisemePlanner;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Alignment;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Plans the mouth movement of recorded speech. Anyone may call it; few are served at once, because each takes a core. */
public final class SpeechTimelines {

    private final Aligner aligner;
    private final Semaphore places;
    private final Duration timeout;

    /**
     * Plans with an aligner.
     *
     * @param atOnce how many recordings may be in work
     * @param timeout how long another one waits for its turn
     */
    public SpeechTimelines(Aligner aligner, int atOnce, Duration timeout) {
        this.aligner = aligner;
        this.places = new Semaphore(atOnce, true);
        this.timeout = timeout;
    }

    /**
     * The timeline of a recording, and the sounds and words that were found in it.
     *
     * @param language BCP 47
     * @param words what is known of the times of words; may be empty
     * @throws AvatarException as {@link Aligner#align}, and {@link ErrorCode#SERVICE_UNAVAILABLE} if too many wait
     */
    public SpokenTimeline plan(String text, String language, Recording recording, List<Word> words, Effort effort) {
        takePlace();
        try {
            Alignment found = aligner.align(text, language, recording, words, effort);
            VisemeTimeline timeline = VisemePlanner.plan(new TimelineRequest(recording.duration(), found.phonemes()));
            return SpokenTimeline.of(timeline, found.phonemes(), found.words());
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AvatarException(
                        ErrorCode.SERVICE_UNAVAILABLE,
                        "Other recordings took more than %s; try again later".formatted(timeout));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, "Interrupted while other recordings were done", e);
        }
    }
}
