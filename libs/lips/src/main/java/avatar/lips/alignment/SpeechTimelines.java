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

/**
 * Plans viseme timelines of recorded speech. Thread-safe; the number of concurrent recordings is limited, because each
 * takes a core.
 */
public final class SpeechTimelines {

    private final Aligner aligner;
    private final Semaphore places;
    private final Duration timeout;

    /**
     * Plans with an aligner.
     *
     * @param atOnce maximum number of recordings processed at once
     * @param timeout maximum time that another recording waits
     */
    public SpeechTimelines(Aligner aligner, int atOnce, Duration timeout) {
        this.aligner = aligner;
        this.places = new Semaphore(atOnce, true);
        this.timeout = timeout;
    }

    /**
     * Plans the timeline of a recording, with the phonemes and words found in it.
     *
     * @param language BCP 47
     * @param words known times of words; may be empty
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
                        "No recording was finished within %s to make room for this one; try again later"
                                .formatted(timeout));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE, "Interrupted while waiting for other recordings", e);
        }
    }
}
