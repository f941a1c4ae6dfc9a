package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.kit.trace.SpanNames;
import avatar.kit.trace.Tracing;
import avatar.speech.narration.Narration;
import avatar.speech.narration.Narrator;
import avatar.tts.status.EventSink;
import avatar.tts.worker.UtteranceMeter.Measured;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
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

    /** Between two looks whether it is time for more speech. */
    private static final Duration PACE = Duration.ofMillis(250);

    private final Executor synthesis =
            task -> Thread.ofVirtual().name("synthesis").start(task);

    private final Narrator narrator;
    private final SegmentSink segments;
    private final EventSink events;
    private final UtteranceMeter meter;
    private final Pace pace;
    private final InstantSource clock;
    private final Tracing tracing;

    UtteranceSpeaker(
            Narrator narrator,
            SegmentSink segments,
            EventSink events,
            UtteranceMeter meter,
            Pace pace,
            InstantSource clock,
            Tracing tracing) {
        this.narrator = narrator;
        this.segments = segments;
        this.events = events;
        this.meter = meter;
        this.pace = pace;
        this.clock = clock;
        this.tracing = tracing;
    }

    /** Processes a job until it is completed or dropped. */
    void speak(SpeechJob job) {
        Span span = tracing.begin(SpanNames.SYNTHESIZE, SpanKind.CONSUMER, job.origin());
        SpanNames.describe(span, job.request().channel(), job.request().utteranceId());
        try (Scope _ = span.makeCurrent()) {
            speakAndMeasure(job);
        } finally {
            span.end();
        }
    }

    private void speakAndMeasure(SpeechJob job) {
        SegmentWriter writer = new SegmentWriter(job.request(), segments);
        Measured measured = meter.begin(job.request());
        String outcome;
        try {
            outcome = job.isStop() ? stop(job, writer) : speak(job, writer, measured);
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

    private String stop(SpeechJob job, SegmentWriter writer) {
        pace.dropped(job.request().channel());
        end(job, writer);
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
        if (job.request().mode() == SpeechMode.REPLACE) {
            pace.dropped(job.request().channel());
        }
        Retries retries = retries(job);
        Optional<Narration> begun = retries.untilDone(() -> Optional.of(narrator.narrate(
                job.request(), change -> events.report(job.request(), SpeechState.SYNTHESIZING, change))));
        if (begun.isEmpty()) {
            return;
        }
        try (Narration narration = begun.get()) {
            while (job.dropped() == null && narration.hasNext()) {
                awaitTime(job);
                // On a separate thread, since an engine may be slow and a newer request must not wait for it.
                retries.untilDone(() -> job.await(CompletableFuture.supplyAsync(narration::next, synthesis)))
                        .flatMap(made -> retries.untilDone(() -> Optional.of(written(made, writer))))
                        .ifPresent(written -> {
                            job.handedOver();
                            pace.made(job.request(), written.duration());
                            measured.wroteSegment();
                        });
            }
        }
    }

    private void awaitTime(SpeechJob job) {
        while (job.dropped() == null && !pace.isTime(job.request().channel())) {
            job.requireInTime(clock.instant());
            job.pause(PACE);
        }
    }

    private static SpeechSegment written(SpeechSegment segment, SegmentWriter writer) {
        writer.write(segment);
        return segment;
    }

    private Retries retries(SpeechJob job) {
        return new Retries(job, events, clock, meter::countRetry);
    }

    private String fail(SpeechJob job, SegmentWriter writer, AvatarException failure) {
        Span.current().setStatus(StatusCode.ERROR, failure.code().name());
        Log.warnf(
                "An utterance failed utteranceId=%s channelId=%s code=%s error=%s",
                job.request().utteranceId(), job.request().channel(), failure.code(), failure.getMessage());
        if (!job.isStop()) {
            events.report(job.request(), SpeechState.FAILED, failure.getMessage());
        }
        if (writer.isAwaited()) {
            job.handedOver();
            end(job, writer);
        }
        return SpeechState.FAILED.label();
    }

    /** Publishes a last segment, so that the compositor does not wait for more. */
    private void end(SpeechJob job, SegmentWriter writer) {
        retries(job).untilDone(() -> {
            writer.writeEnd();
            return Optional.of(job);
        });
    }
}
