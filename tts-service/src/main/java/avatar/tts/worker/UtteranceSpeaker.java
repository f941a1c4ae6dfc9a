package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.speech.narration.Narration;
import avatar.speech.narration.Narrator;
import avatar.tts.status.EventSink;
import avatar.tts.worker.UtteranceMeter.Measured;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Turns requests into segments: clause by clause, each published as soon as it is made.
 *
 * <p>It reports {@code synthesizing} and {@code failed}, and {@code replaced} or {@code stopped} for an utterance that
 * was dropped before its first segment was written. The compositor reports the end of all others.
 */
@Singleton
final class UtteranceSpeaker {

    private final Executor synthesis =
            task -> Thread.ofVirtual().name("synthesis").start(task);

    private final Narrator narrator;
    private final SegmentSink segments;
    private final EventSink events;
    private final UtteranceMeter meter;

    UtteranceSpeaker(Narrator narrator, SegmentSink segments, EventSink events, UtteranceMeter meter) {
        this.narrator = narrator;
        this.segments = segments;
        this.events = events;
        this.meter = meter;
    }

    /** Processes a job until it is completed or dropped. */
    void speak(SpeechJob job) {
        SegmentWriter writer = new SegmentWriter(job.request(), segments);
        Measured measured = meter.begin(job.request());
        String outcome;
        try {
            outcome = job.isStop() ? stop(writer) : speak(job, writer, measured);
        } catch (AvatarException e) {
            outcome = fail(job, writer, e);
        } catch (RuntimeException e) {
            Log.errorf(
                    e,
                    "An utterance failed unexpectedly utteranceId=%s",
                    job.request().utteranceId());
            outcome = fail(job, writer, new AvatarException(ErrorCode.INTERNAL_ERROR, "Internal error", e));
        }
        measured.end(outcome, writer);
    }

    private static String stop(SegmentWriter writer) {
        writer.writeEnd();
        return "stop";
    }

    private String speak(SpeechJob job, SegmentWriter writer, Measured measured) {
        if (job.dropped() == null) {
            events.report(job.request(), SpeechState.SYNTHESIZING, null);
            sayUntilDropped(job, writer, measured);
        }
        SpeechState dropped = job.dropped();
        if (dropped == null) {
            return "completed";
        }
        if (!writer.hasWritten()) {
            events.report(job.request(), dropped, null);
        }
        return dropped.label();
    }

    private void sayUntilDropped(SpeechJob job, SegmentWriter writer, Measured measured) {
        try (Narration narration = narrator.narrate(
                job.request(), change -> events.report(job.request(), SpeechState.SYNTHESIZING, change))) {
            while (job.dropped() == null && narration.hasNext()) {
                // On a separate thread, since an engine may be slow and a newer request must not wait for it.
                Optional<SpeechSegment> made = job.await(CompletableFuture.supplyAsync(narration::next, synthesis));
                made.ifPresent(writer::write);
                if (writer.hasWritten()) {
                    measured.wroteSegment();
                }
            }
        }
    }

    private String fail(SpeechJob job, SegmentWriter writer, AvatarException failure) {
        Log.warnf(
                "An utterance failed utteranceId=%s channelId=%s code=%s error=%s",
                job.request().utteranceId(), job.request().channel(), failure.code(), failure.getMessage());
        if (!job.isStop()) {
            events.report(job.request(), SpeechState.FAILED, failure.getMessage());
        }
        if (writer.isAwaited() && failure.code() != ErrorCode.KAFKA_UNAVAILABLE) {
            end(job, writer);
        }
        return SpeechState.FAILED.label();
    }

    /** Publishes a last segment, so that the compositor does not wait for more. */
    private static void end(SpeechJob job, SegmentWriter writer) {
        try {
            writer.writeEnd();
        } catch (AvatarException e) {
            Log.warnf(
                    "The end of an utterance was not published utteranceId=%s error=%s",
                    job.request().utteranceId(), e.getMessage());
        }
    }
}
