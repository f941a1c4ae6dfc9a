package avatar.tts.worker;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.VisemeTimeline;
import avatar.kit.trace.Tracing;
import avatar.speech.audio.SoundFiles;
import avatar.speech.narration.Narrator;
import avatar.speech.narration.SpeechRules;
import avatar.speech.narration.TimelineSource;
import avatar.speech.narration.Timelines;
import avatar.speech.recording.RecordingLimits;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.voices.Voices;
import avatar.tts.status.EventSink;
import avatar.tts.status.UtteranceBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UtteranceSpeakerTest {

    private static final String THREE_CLAUSES = "The first sentence. The second sentence. The third sentence.";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> events = new ArrayList<>();
    private final List<SpeechSegment> segments = new CopyOnWriteArrayList<>();
    private Runnable onSegment = () -> {};
    private final UtteranceBook book = new UtteranceBook(10);
    private TimelineSource timelines = Timelines::shut;
    private Duration ahead = ofSeconds(30);
    private volatile Instant now = Instant.EPOCH;

    @Test
    void everyClauseIsASegmentAndTheLastIsMarked() {
        SpeechJob job = job(SpeechMode.REPLACE, THREE_CLAUSES);

        speak(job);

        assertThat(segments)
                .extracting(SpeechSegment::text)
                .containsExactly("The first sentence.", "The second sentence.", "The third sentence.");
        assertThat(segments).extracting(SpeechSegment::index).containsExactly(0, 1, 2);
        assertThat(segments).extracting(SpeechSegment::last).containsExactly(false, false, true);
        assertThat(segments).allSatisfy(segment -> {
            assertThat(segment.timeline().duration()).isEqualTo(segment.duration());
            assertThat(segment.mode()).isEqualTo(SpeechMode.REPLACE);
            assertThat(segment.requestedAt()).isEqualTo(job.request().requestedAt());
        });
        assertThat(events).containsExactly("synthesizing");
    }

    @Test
    void utteranceDroppedBeforeItsTurnIsReportedAndNotSpoken() {
        SpeechJob job = job(SpeechMode.ENQUEUE, THREE_CLAUSES);
        job.drop(SpeechState.STOPPED);

        speak(job);

        assertThat(segments).isEmpty();
        assertThat(events).containsExactly("stopped");
    }

    @Test
    void utteranceDroppedBetweenClausesEndsThereAndIsLeftToTheCompositor() {
        SpeechJob job = job(SpeechMode.REPLACE, THREE_CLAUSES);
        onSegment = () -> job.drop(SpeechState.REPLACED);

        speak(job);

        assertThat(segments).extracting(SpeechSegment::text).containsExactly("The first sentence.");
        assertThat(events).containsExactly("synthesizing");
    }

    @Test
    void utteranceDroppedWhileItWaitsForItsTimelineIsReported() {
        SpeechJob job = job(SpeechMode.REPLACE, THREE_CLAUSES);
        timelines = clause -> {
            job.drop(SpeechState.REPLACED);
            return new CompletableFuture<>();
        };

        speak(job);

        assertThat(segments).isEmpty();
        assertThat(events).containsExactly("synthesizing", "replaced");
    }

    @Test
    void failureAfterASegmentIsReportedAndEndsTheUtteranceForTheCompositor() {
        onSegment = () -> timelines = UtteranceSpeakerTest::refused;

        speak(job(SpeechMode.ENQUEUE, THREE_CLAUSES));

        assertThat(events).containsExactly("synthesizing", "failed: No viseme for 'QQ'");
        assertThat(segments).hasSize(2);
        assertEnd(segments.getLast(), 1);
    }

    @Test
    void replacementThatFailsStillSilencesWhatItReplaced() {
        timelines = UtteranceSpeakerTest::refused;

        speak(job(SpeechMode.REPLACE, THREE_CLAUSES));

        assertThat(events).containsExactly("synthesizing", "failed: No viseme for 'QQ'");
        assertThat(segments).hasSize(1);
        assertEnd(segments.getFirst(), 0);
    }

    @Test
    void enqueuedUtteranceThatFailsAtOnceHasNoSegment() {
        timelines = UtteranceSpeakerTest::refused;

        speak(job(SpeechMode.ENQUEUE, THREE_CLAUSES));

        assertThat(segments).isEmpty();
    }

    @Test
    void requestThatBreaksTheRulesFailsWithTheReason() {
        speak(job(SpeechMode.ENQUEUE, "?!"));

        assertThat(events)
                .containsExactly(
                        "synthesizing", "failed: There is nothing to speak: expected a letter or a digit in the text");
    }

    @Test
    void stepThatAnotherServicePreventsIsTriedUntilItSucceeds() {
        AtomicInteger asked = new AtomicInteger();
        timelines = clause -> asked.incrementAndGet() < 4 ? away() : Timelines.shut(clause);

        speak(job(SpeechMode.ENQUEUE, THREE_CLAUSES));

        assertThat(segments).extracting(SpeechSegment::index).containsExactly(0, 1, 2);
        assertThat(segments.getFirst().text()).isEqualTo("The first sentence.");
        assertThat(events).containsExactly("synthesizing", "synthesizing: waiting: viseme-service is away");
    }

    @Test
    void segmentThatKafkaDoesNotTakeIsWrittenAgain() {
        AtomicInteger refusals = new AtomicInteger(3);
        onSegment = () -> {
            if (refusals.getAndDecrement() > 0) {
                segments.removeLast();
                throw new AvatarException(ErrorCode.KAFKA_UNAVAILABLE, "Kafka is away");
            }
        };

        speak(job(SpeechMode.ENQUEUE, THREE_CLAUSES));

        assertThat(segments).extracting(SpeechSegment::index).containsExactly(0, 1, 2);
        assertThat(segments.getLast().last()).isTrue();
        assertThat(events).containsExactly("synthesizing", "synthesizing: waiting: Kafka is away");
        assertThat(metrics.counter("avatar.tts.retries", "reason", "KAFKA_UNAVAILABLE")
                        .count())
                .isPositive();
    }

    @Test
    void utteranceThatWaitsForAServiceCanBeReplaced() {
        SpeechJob job = job(SpeechMode.ENQUEUE, THREE_CLAUSES);
        timelines = clause -> {
            job.drop(SpeechState.REPLACED);
            return away();
        };

        speak(job);

        assertThat(segments).isEmpty();
        assertThat(events).last().isEqualTo("replaced");
    }

    @Test
    void utteranceThatIsNotBegunWithinItsMaxWaitFails() {
        SpeechJob job =
                new SpeechJob(job(SpeechMode.ENQUEUE, THREE_CLAUSES).request().within(ofSeconds(5)), () -> {});
        timelines = clause -> {
            now = now.plusSeconds(3);
            return away();
        };

        speak(job);

        assertThat(segments).isEmpty();
        assertThat(events).last().isEqualTo("failed: was not begun until 1970-01-01T00:00:05Z, the end of its maxWait");
    }

    @Test
    void speechIsMadeNoFurtherAheadThanItIsHeard() {
        ahead = ofSeconds(3);
        Thread speaker = Thread.startVirtualThread(() -> speak(job(SpeechMode.REPLACE, THREE_CLAUSES)));
        await().until(() -> segments.size() == 2);
        await().during(ofMillis(600)).until(() -> segments.size() == 2);

        book.record(new SpeechEvent("u", "main", SpeechState.SPEAKING, null, now));
        now = now.plusSeconds(2);

        await().until(() -> !speaker.isAlive());
        assertThat(segments).hasSize(3);
    }

    @Test
    void utteranceThatWaitsForItsPaceCanBeReplaced() {
        ahead = ofMillis(1);
        SpeechJob job = job(SpeechMode.REPLACE, THREE_CLAUSES);
        Thread speaker = Thread.startVirtualThread(() -> speak(job));
        await().until(() -> segments.size() == 1);

        job.drop(SpeechState.REPLACED);

        await().until(() -> !speaker.isAlive());
        assertThat(segments).hasSize(1);
    }

    @Test
    void bugFailsTheUtteranceWithoutExposingItsCause() {
        timelines = clause -> {
            throw new IllegalStateException("secret");
        };

        speak(job(SpeechMode.ENQUEUE, THREE_CLAUSES));

        assertThat(events).containsExactly("synthesizing", "failed: Internal error");
    }

    @Test
    void stopIsASegmentWithoutSound() {
        speak(job(SpeechMode.STOP, ""));

        assertThat(segments).hasSize(1);
        assertThat(segments.getFirst().mode()).isEqualTo(SpeechMode.STOP);
        assertEnd(segments.getFirst(), 0);
        assertThat(events).isEmpty();
    }

    @Test
    void clauseTooLongForASegmentIsSentInPieces() {
        speak(job(SpeechMode.REPLACE, "slowly"));

        assertThat(segments).extracting(SpeechSegment::index).containsExactly(0, 1);
        assertThat(segments).extracting(SpeechSegment::text).containsExactly("slowly", "");
        assertThat(segments).extracting(SpeechSegment::last).containsExactly(false, true);
        assertThat(segments)
                .allSatisfy(segment -> assertThat(segment.audio().remaining()).isLessThanOrEqualTo(512 * 1024));
    }

    @Test
    void recordingIsSpokenAsRecordedInPieces() {
        List<SpokenClause> asked = new ArrayList<>();
        timelines = clause -> {
            asked.add(clause);
            return Timelines.shut(clause);
        };

        speak(recorded(SoundFiles.ogg(48_000, ofSeconds(20)), "Ahem."));

        assertThat(events).containsExactly("synthesizing");
        assertThat(segments).extracting(SpeechSegment::voice).containsOnly("recorded");
        assertThat(segments).extracting(SpeechSegment::text).containsExactly("Ahem.", "");
        assertThat(segments).extracting(SpeechSegment::last).containsExactly(false, true);
        assertThat(segments.getFirst().duration().plus(segments.getLast().duration()))
                .isBetween(ofMillis(19_950), ofMillis(20_050));
        assertThat(asked).extracting(SpokenClause::script).containsExactly(new SpokenClause.Script("Ahem.", "en"));
    }

    @Test
    void invalidRecordingFailsWithTheReason() {
        speak(recorded(new byte[] {1, 2, 3}, "Ahem."));

        assertThat(events)
                .containsExactly(
                        "synthesizing",
                        "failed: Expected a recording as WAV, MP3 or OGG, found 3 bytes that are none of these");
    }

    @Test
    void recordingWhoseTextIsAnotherFailsAsSoonAsThatIsKnown() {
        timelines = UtteranceSpeakerTest::refused;

        speak(recorded(SoundFiles.mp3(ofSeconds(1)), "Something else."));

        assertThat(events).containsExactly("synthesizing", "failed: No viseme for 'QQ'");
        assertEnd(segments.getFirst(), 0);
    }

    @Test
    void recordingDroppedWhileItIsAlignedIsNotSpoken() {
        SpeechJob job = recorded(SoundFiles.mp3(ofSeconds(1)), "Ahem.");
        timelines = clause -> {
            job.drop(SpeechState.STOPPED);
            return Timelines.shut(clause);
        };

        speak(job);

        assertThat(segments).isEmpty();
        assertThat(events).containsExactly("synthesizing", "stopped");
    }

    private static SpeechJob recorded(byte[] file, String text) {
        SpeechRequest request = job(SpeechMode.REPLACE, text).request();
        return new SpeechJob(request.withRecording(ByteBuffer.wrap(file), "en"), () -> {});
    }

    private void speak(SpeechJob job) {
        Voices voices = new Voices(List.of(new FakeSynthesizer()), FakeSynthesizer.VOICE, FakeSynthesizer.VOICE);
        UtteranceMeter meter = new UtteranceMeter(metrics, InstantSource.fixed(Instant.ofEpochSecond(1)));
        new UtteranceSpeaker(
                        new Narrator(
                                new SpeechRules(voices, 5_000),
                                voices,
                                RecordingLimits.small(),
                                clause -> timelines.timelineOf(clause)),
                        this::publish,
                        eventSink(),
                        meter,
                        new Pace(book, () -> now, ahead),
                        () -> now,
                        Tracing.off())
                .speak(job);
    }

    private void publish(SpeechSegment segment) {
        segments.add(segment);
        onSegment.run();
    }

    private EventSink eventSink() {
        return (SpeechRequest request, SpeechState state, @Nullable String detail) ->
                events.add(detail == null ? state.label() : state.label() + ": " + detail);
    }

    private static CompletableFuture<SpokenTimeline> away() {
        return CompletableFuture.failedFuture(
                new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, "viseme-service is away"));
    }

    private static CompletableFuture<SpokenTimeline> refused(SpokenClause clause) {
        return CompletableFuture.failedFuture(new AvatarException(ErrorCode.SYNTHESIS_FAILED, "No viseme for 'QQ'"));
    }

    private static SpeechJob job(SpeechMode mode, String text) {
        return new SpeechJob(SpeechRequest.of("u", "main", text, FakeSynthesizer.VOICE, mode, Instant.EPOCH), () -> {});
    }

    private static void assertEnd(SpeechSegment segment, int index) {
        assertThat(segment.index()).isEqualTo(index);
        assertThat(segment.last()).isTrue();
        assertThat(segment.timeline()).isEqualTo(VisemeTimeline.EMPTY);
        assertThat(segment.audio().remaining()).isZero();
    }
}
