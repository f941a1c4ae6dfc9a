package avatar.pictures.playback;

import static avatar.pictures.playback.Speech.enqueue;
import static avatar.pictures.playback.Speech.replace;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speech that another process has begun. Times are milliseconds; a frame is 40 of them. */
class ContinuedSpeechTest {

    private static final PlaybackSettings CONFIG =
            new PlaybackSettings(1, Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** "one" from 0 to 300, "two" from 350 to 600, "three" from 600 to 1000. */
    private static final List<Word> WORDS = List.of(
            new Word("one", ofMillis(0), ofMillis(300)),
            new Word("two", ofMillis(350), ofMillis(600)),
            new Word("three", ofMillis(600), ofMillis(1000)));

    private final List<String> events = new ArrayList<>();
    private final List<ResumableMoment> moments = new ArrayList<>();
    private final SpeechQueue queue =
            new SpeechQueue(CONFIG, () -> Instant.EPOCH, new RecordingListener(events, moments));

    @ParameterizedTest
    @CsvSource({"0, 0", "299, 0", "320, 300", "350, 350", "599, 350", "600, 600", "999, 600"})
    void itGoesOnAtTheWordThatWasBeingSaid(long stopped, long continued) {
        queue.resume(new Continuation(Set.of(), progress("a", 2, stopped, 5000)));
        add(withWords(replace("a", 2, true, 1000)));

        SpokenMoment moment = queue.advance(ms(0), ms(20));

        assertThat(positionOf(moment)).isEqualTo(5000 + continued + 20);
        assertThat(queue.takeStarted())
                .extracting(segment -> (segment.soundsNanos() - segment.startNanos()) / 1_000_000)
                .containsExactly(continued);
    }

    @Test
    void segmentThatWasSaidToItsEndIsOver() {
        queue.resume(new Continuation(Set.of(), progress("a", 2, 1000, 5000)));
        add(withWords(replace("a", 2, true, 1000)));

        assertThat(queue.advance(ms(0), ms(20))).isNull();
        assertThat(events).containsExactly("a done");
    }

    @Test
    void segmentWithoutWordsGoesOnWhereItStopped() {
        queue.resume(new Continuation(Set.of(), progress("a", 0, 420, 0)));
        add(replace("a", 0, true, 1000));

        assertThat(positionOf(queue.advance(ms(0), ms(20)))).isEqualTo(440);
    }

    @Test
    void whatWasSaidIsReleasedAndNotSaidAgain() {
        queue.resume(new Continuation(Set.of("before"), progress("a", 1, 0, 1000)));

        assertThat(release(replace("before", 3, true, 1000))).isCompleted();
        assertThat(release(replace("a", 0, false, 1000))).isCompleted();
        assertThat(release(replace("a", 1, true, 1000))).isNotDone();
        assertThat(positionOf(queue.advance(ms(0), ms(20)))).isEqualTo(1020);
        assertThat(events).as("that it sounds was published before").isEmpty();
    }

    @Test
    void segmentsThatFollowTheContinuedOneAreWhole() {
        queue.resume(new Continuation(Set.of(), progress("a", 0, 800, 0)));
        add(withWords(replace("a", 0, false, 1000)));
        add(withWords(replace("a", 1, true, 1000)));
        queue.advance(ms(0), ms(20));

        assertThat(positionOf(queue.advance(ms(400), ms(420)))).isEqualTo(1020);
        queue.advance(ms(1440), ms(1460));
        assertThat(events).containsExactly("a done");
    }

    @Test
    void utteranceOfWhichOnlyTheEndWasNotPublishedEndsAtOnce() {
        queue.resume(new Continuation(Set.of(), progress("a", 2, 0, 2000)));
        add(replace("a", 1, true, 1000));
        add(enqueue("b", 0, true, 40));

        queue.advance(ms(0), ms(20));

        assertThat(events).containsExactly("a done", "b speaking");
    }

    @Test
    void progressIsReportedAtTheStartOfEachSegmentAndEveryHalfSecond() {
        add(replace("a", 0, false, 1200));
        add(replace("a", 1, true, 400));

        for (long now = 0; now <= 1640; now += 40) {
            queue.advance(ms(now), ms(now + 20));
        }

        assertThat(moments)
                .containsExactly(
                        new ResumableMoment("a", 0, 0, 0),
                        new ResumableMoment("a", 0, ms(520), 0),
                        new ResumableMoment("a", 0, ms(1040), 0),
                        new ResumableMoment("a", 1, 0, ms(1200)));
    }

    @Test
    void endIsPublishedBeforeTheLastSegmentIsReleased() {
        CompletableFuture<Void> last = release(replace("a", 0, true, 40));
        List<String> seenAtRelease = new ArrayList<>();
        var _ = last.thenRun(() -> seenAtRelease.addAll(events));
        queue.advance(ms(0), ms(20));
        queue.advance(ms(80), ms(100));

        assertThat(last).isCompleted();
        assertThat(seenAtRelease).containsExactly("a speaking", "a done");
    }

    @Test
    void abandonedSpeechIsNeitherEndedNorReleased() {
        CompletableFuture<Void> first = release(replace("a", 0, true, 1000));
        CompletableFuture<Void> second = release(enqueue("b", 0, true, 1000));
        queue.advance(ms(0), ms(20));

        assertThat(queue.resumableAt(ms(240))).isEqualTo(new ResumableMoment("a", 0, ms(240), 0));
        queue.abandon();

        assertThat(queue.advance(ms(280), ms(300))).isNull();
        assertThat(events).containsExactly("a speaking");
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(queue.takeBrokenOff()).containsExactly("a", "b");
    }

    private void add(SpeechSegment segment) {
        queue.add(segment, SpeechQueue.UNKNOWN, new CompletableFuture<>());
    }

    private CompletableFuture<Void> release(SpeechSegment segment) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        queue.add(segment, SpeechQueue.UNKNOWN, released);
        return released;
    }

    private static SpeechProgress progress(String id, int segment, long position, long offset) {
        return new SpeechProgress(id, segment, ofMillis(position), ofMillis(offset), Instant.EPOCH);
    }

    private static SpeechSegment withWords(SpeechSegment plain) {
        return new SpeechSegment(
                plain.schemaVersion(),
                plain.utteranceId(),
                plain.channel(),
                plain.mode(),
                plain.index(),
                plain.last(),
                plain.voice(),
                plain.text(),
                plain.requestedAt(),
                plain.startBy(),
                plain.sampleRateHz(),
                plain.timeline(),
                List.of(),
                WORDS,
                plain.audio());
    }

    private static long ms(long millis) {
        return millis * 1_000_000;
    }

    private static long positionOf(@Nullable SpokenMoment moment) {
        return moment == null ? -1 : moment.positionNanos() / 1_000_000;
    }
}
