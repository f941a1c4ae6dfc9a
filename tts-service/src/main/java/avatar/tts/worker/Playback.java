package avatar.tts.worker;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.synthesis.SpokenClause;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Finds the mouth of recorded speech. One recording at a time: each takes tens of megabytes here and a core of
 * viseme-service, which has to serve the clauses of others meanwhile.
 */
final class Playback {

    private final Semaphore turn = new Semaphore(1, true);
    private final Narrator narrator;
    private final TimelineSource timelines;
    private final Executor executor;

    Playback(Narrator narrator, TimelineSource timelines, Executor executor) {
        this.narrator = narrator;
        this.timelines = timelines;
        this.executor = executor;
    }

    /** The sound and the mouth of a job's recording; empty if the job is dropped before. */
    Optional<SegmentPiece> of(SpeechJob job) {
        return job.await(CompletableFuture.supplyAsync(() -> inTurn(job), executor))
                .flatMap(piece -> piece);
    }

    private Optional<SegmentPiece> inTurn(SpeechJob job) {
        turn.acquireUninterruptibly();
        try {
            return job.dropped() == null ? Optional.of(found(job.request())) : Optional.empty();
        } finally {
            turn.release();
        }
    }

    private SegmentPiece found(SpeechRequest request) {
        SpokenClause sound = narrator.recorded(request);
        VisemeTimeline timeline = timelines.timelineOf(sound).join();
        return new SegmentPiece(sound, timeline);
    }
}
