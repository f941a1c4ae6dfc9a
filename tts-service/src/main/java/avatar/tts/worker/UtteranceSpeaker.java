package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechState;
import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.status.EventSink;
import avatar.tts.synthesis.SpokenClause;
import avatar.tts.voices.UtteranceVoice;
import avatar.tts.worker.Narrator.Clause;
import avatar.tts.worker.UtteranceMeter.Measured;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Turns requests into segments: clause after clause, each as soon as it is made.
 *
 * <p>It reports {@code synthesizing} and {@code failed}, and {@code replaced} or {@code stopped} of an utterance that was
 * dropped before a segment of it was written. How the others end, the compositor reports.
 */
@Singleton
final class UtteranceSpeaker {

    /** Half of what Kafka takes as a record, so that the timeline fits in too: 16 s of 16 kHz. */
    private static final int LARGEST_AUDIO_BYTES = 512 * 1024;

    private final Executor synthesis =
            task -> Thread.ofVirtual().name("synthesis").start(task);

    private final Narrator narrator;
    private final TimelineSource timelines;
    private final SegmentSink segments;
    private final EventSink events;
    private final UtteranceMeter meter;

    UtteranceSpeaker(
            Narrator narrator, TimelineSource timelines, SegmentSink segments, EventSink events, UtteranceMeter meter) {
        this.narrator = narrator;
        this.timelines = timelines;
        this.segments = segments;
        this.events = events;
        this.meter = meter;
    }

    /** Does a job to its end, or until it is dropped. */
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
                    "An utterance failed in a way nobody foresaw utteranceId=%s",
                    job.request().utteranceId());
            outcome = fail(job, writer, new AvatarException(ErrorCode.INTERNAL_ERROR, "Something went wrong here", e));
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
            return "whole";
        }
        if (!writer.hasWritten()) {
            events.report(job.request(), dropped, null);
        }
        return dropped.label();
    }

    private void sayUntilDropped(SpeechJob job, SegmentWriter writer, Measured measured) {
        List<Clause> clauses = narrator.clausesOf(job.request());
        UtteranceVoice voice = narrator.voiceOf(
                job.request(), change -> events.report(job.request(), SpeechState.SYNTHESIZING, change));
        for (int i = 0; i < clauses.size() && job.dropped() == null; i++) {
            Clause clause = clauses.get(i);
            // On a thread of its own, since an engine may take its time and a newer request is not to wait for it.
            Optional<SpokenClause> spoken =
                    job.await(CompletableFuture.supplyAsync(() -> narrator.read(clause, voice), synthesis));
            if (spoken.isPresent()) {
                boolean isLast = i == clauses.size() - 1;
                write(new SaidClause(clause.text(), voice.id(), spoken.get(), isLast), job, writer);
            }
            if (writer.hasWritten()) {
                measured.wroteSegment();
            }
        }
    }

    private void write(SaidClause said, SpeechJob job, SegmentWriter writer) {
        Optional<VisemeTimeline> timeline = job.await(timelines.timelineOf(said.sound()));
        if (timeline.isEmpty()) {
            return;
        }
        List<SegmentPiece> pieces = SegmentPiece.of(said.sound(), timeline.get(), LARGEST_AUDIO_BYTES);
        String text = said.text();
        for (int i = 0; i < pieces.size(); i++) {
            boolean isLast = said.isLast() && i == pieces.size() - 1;
            writer.write(text, said.voice(), pieces.get(i), isLast);
            // The rest of a clause that did not fit into one segment: its text is told.
            text = "";
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

    /** Tells the compositor that no more comes, so that it does not wait. */
    private static void end(SpeechJob job, SegmentWriter writer) {
        try {
            writer.writeEnd();
        } catch (AvatarException e) {
            Log.warnf(
                    "The end of an utterance was not published utteranceId=%s error=%s",
                    job.request().utteranceId(), e.getMessage());
        }
    }

    /** A clause with its sound, and who said it. */
    private record SaidClause(String text, String voice, SpokenClause sound, boolean isLast) {}
}
