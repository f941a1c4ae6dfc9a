package avatar.pictures.playback;

import static avatar.pictures.playback.Speech.enqueue;
import static avatar.pictures.playback.Speech.replace;
import static avatar.pictures.playback.Speech.startingBy;
import static avatar.pictures.playback.Speech.stop;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times are milliseconds; a frame is 40 of them. */
class SpeechQueueTest {

    private static final PlaybackSettings CONFIG =
            new PlaybackSettings(1, Duration.ofSeconds(5), Duration.ofSeconds(20));

    private Instant time = Instant.EPOCH;

    private final List<String> events = new ArrayList<>();
    private final SpeechQueue queue =
            new SpeechQueue(CONFIG, () -> time, new RecordingListener(events, new ArrayList<>()));

    @Test
    void nothingIsSaidUntilSomethingComes() {
        assertThat(advance(0)).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void utteranceStartsAtTheNextFrameAndEndsAfterItsLast() {
        add(replace("a", 0, true, 100, Viseme.AA, Viseme.EH));

        assertThat(advance(40)).isEqualTo(moment("a", Viseme.AA, 40, 20));
        assertThat(advance(80)).isEqualTo(moment("a", Viseme.EH, 90, 60));
        assertThat(events).containsExactly("a speaking");
        assertThat(advance(120)).as("100 ms end at 140, before the middle").isEqualTo(moment("a", Viseme.M, 140, 100));
        assertThat(advance(160)).isNull();
        assertThat(events).containsExactly("a speaking", "a done");
    }

    @Test
    void utteranceAfterSilenceStartsWhenItCame() {
        advance(40);

        add(replace("a", 0, true, 100), 65);

        assertThat(advance(80)).isEqualTo(moment("a", Viseme.AA, 65, 35));
    }

    @Test
    void utteranceThatCameLongAgoStartsWithinAFrame() {
        add(replace("a", 0, true, 100), 65);

        assertThat(advance(400)).isEqualTo(moment("a", Viseme.AA, 360, 60));
    }

    @Test
    void utteranceBehindAnotherOneStartsAfterIt() {
        add(replace("a", 0, true, 100), 0);
        add(enqueue("b", 0, true, 100), 10);
        advance(0);
        advance(40);

        assertThat(advance(120)).isEqualTo(moment("b", Viseme.AA, 120, 20));
    }

    @Test
    void segmentInTimeStartsWhereTheOneBeforeEndsBetweenTicks() {
        add(replace("a", 0, false, 50, Viseme.AA));
        advance(0);
        add(replace("a", 1, true, 100, Viseme.EH));

        assertThat(advance(40)).as("middle at 60, 10 into the second").isEqualTo(moment("a", Viseme.EH, 50, 60));
        assertThat(queue.takeStarted()).extracting(QueuedSegment::index).containsExactly(0, 1);
    }

    @Test
    void segmentThatComesTooLateStartsAtTheNextFrame() {
        add(replace("a", 0, false, 50, Viseme.AA));
        advance(0);
        advance(40);
        assertThat(advance(80)).as("shut while it waits").isEqualTo(moment("a", Viseme.M, 50, 50));
        add(replace("a", 1, true, 100, Viseme.EH));

        assertThat(advance(120)).isEqualTo(moment("a", Viseme.EH, 120, 70));
        assertThat(events).containsExactly("a speaking");
    }

    @Test
    void newestReplacesWhatSoundsAndWhatWaits() {
        add(replace("a", 0, true, 1000));
        add(enqueue("b", 0, true, 1000));
        advance(0);
        add(replace("c", 0, true, 1000, Viseme.OH));

        assertThat(events).containsExactly("a speaking", "a replaced by c", "b replaced by c");
        assertThat(advance(40)).isEqualTo(moment("c", Viseme.OH, 40, 20));
        assertThat(events).endsWith("c speaking");
    }

    @Test
    void enqueuedUtteranceStartsAtTheFrameAfterTheOneBefore() {
        add(replace("a", 0, true, 100));
        add(enqueue("b", 0, true, 100, Viseme.OH));
        advance(0);
        advance(40);
        assertThat(advance(80)).extracting(Moment::utteranceId).isEqualTo("a");

        assertThat(advance(120)).isEqualTo(moment("b", Viseme.OH, 120, 20));
        assertThat(events).containsExactly("a speaking", "a done", "b speaking");
    }

    @Test
    void stopDropsEverything() {
        add(replace("a", 0, false, 1000));
        add(enqueue("b", 0, true, 1000));
        advance(0);
        add(stop("s"));

        assertThat(advance(40)).isNull();
        assertThat(events).containsExactly("a speaking", "a stopped", "b stopped");
    }

    @Test
    void utteranceThatBrokeOffEndsWithoutAnEventSinceItWasPublished() {
        add(replace("a", 0, false, 1000));
        add(replace("a", 1, true, 0));
        add(enqueue("b", 0, true, 1000));
        advance(0);

        assertThat(advance(1000)).extracting(Moment::utteranceId).isEqualTo("b");
        assertThat(events).containsExactly("a speaking", "b speaking");
    }

    @Test
    void lateSegmentsOfADroppedUtteranceAreDropped() {
        add(replace("a", 0, false, 1000));
        advance(0);
        add(replace("b", 0, true, 1000));
        CompletableFuture<Void> late = release(replace("a", 1, true, 1000));

        assertThat(late).isCompleted();
        assertThat(advance(40)).extracting(Moment::utteranceId).isEqualTo("b");
        assertThat(events).containsExactly("a speaking", "a replaced by b", "b speaking");
    }

    @Test
    void utteranceThatBrokeOffBeforeItsFirstSoundEndsAtOnce() {
        add(replace("a", 0, true, 0));

        assertThat(advance(0)).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void segmentsAreReleasedWhenTheyWerePlayedOrDropped() {
        CompletableFuture<Void> first = release(replace("a", 0, false, 40));
        CompletableFuture<Void> second = release(replace("a", 1, false, 1000));
        advance(0);
        assertThat(first).isNotDone();
        advance(40);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        CompletableFuture<Void> third = release(replace("b", 0, true, 1000));

        assertThat(second).isCompleted();
        assertThat(third).isNotDone();
    }

    @Test
    void afterARestartAnUtteranceContinuesWithWhatWasNotYetPlayed() {
        add(replace("a", 3, false, 40, Viseme.AA));
        add(replace("a", 4, true, 40, Viseme.EH));
        add(enqueue("b", 0, true, 40));

        assertThat(advance(0)).isEqualTo(moment("a", Viseme.AA, 0, 20));
        assertThat(advance(40)).isEqualTo(moment("a", Viseme.EH, 40, 60));
        advance(80);
        advance(120);
        assertThat(events).containsExactly("a speaking", "a done", "b speaking", "b done");
    }

    @Test
    void segmentThatIsDeliveredAgainIsPlayedOnceAndReleasedWithTheFirst() {
        add(replace("a", 0, false, 40, Viseme.AA));
        CompletableFuture<Void> again = release(replace("a", 0, false, 40, Viseme.AA));
        advance(0);
        assertThat(again).isNotDone();
        advance(40);
        assertThat(again).isCompleted();
        CompletableFuture<Void> afterwards = release(replace("a", 0, false, 40, Viseme.AA));

        assertThat(afterwards).isCompleted();
        assertThat(advance(80)).isEqualTo(moment("a", Viseme.M, 40, 40));
    }

    @Test
    void segmentThatWasUnreadableIsNotWaitedFor() {
        add(replace("a", 0, false, 40, Viseme.AA));
        add(replace("a", 2, true, 40, Viseme.EH));
        advance(0);

        assertThat(advance(40)).isEqualTo(moment("a", Viseme.EH, 40, 60));
        advance(80);
        assertThat(events).containsExactly("a speaking", "a done");
    }

    @Test
    void utteranceWhoseRestDoesNotComeWaitsForItAndSaysSo() {
        add(replace("a", 0, false, 40));
        advance(0);
        advance(40 + 19_960);
        assertThat(events).containsExactly("a speaking");

        advance(40 + 20_000);
        advance(40 + 600_000);
        assertThat(events).containsExactly("a speaking", "a speaking waiting for segment 1");

        add(replace("a", 1, true, 40));
        advance(640_080);
        advance(640_160);
        assertThat(events).last().isEqualTo("a done");
    }

    @Test
    void utteranceThatMustBeginEarlierIsEndedWhereverItWaits() {
        add(replace("a", 0, true, 400));
        add(startingBy(Instant.EPOCH.plusSeconds(1), enqueue("b", 0, true, 40)));
        add(startingBy(Instant.EPOCH.plusSeconds(9), enqueue("c", 0, true, 40)));
        advance(0);
        assertThat(events).containsExactly("a speaking");

        time = Instant.EPOCH.plusSeconds(2);
        advance(80);

        assertThat(events)
                .containsExactly(
                        "a speaking", "b failed was not begun until 1970-01-01T00:00:01Z, the end of its maxWait");
        assertThat(queue.ids()).containsExactly("a", "c");
    }

    @Test
    void utteranceThatSoundsIsNotEndedByItsLatestStart() {
        add(startingBy(Instant.EPOCH.plusSeconds(1), replace("a", 0, true, 400)));
        advance(0);

        time = Instant.EPOCH.plusSeconds(2);

        assertThat(advance(80)).extracting(Moment::utteranceId).isEqualTo("a");
    }

    @Test
    void utteranceWhoseRestWasLostFailsAndMakesRoom() {
        add(replace("a", 0, false, 40));
        add(enqueue("b", 0, true, 40));
        advance(0);
        advance(40 + 19_960);
        assertThat(events).containsExactly("a speaking");

        assertThat(advance(40 + 20_000)).extracting(Moment::utteranceId).isEqualTo("b");
        assertThat(events)
                .containsExactly(
                        "a speaking", "a failed segment 1 was lost: later speech came without it", "b speaking");
    }

    @Test
    void audioIsScheduledNoFurtherAheadThanWanted() {
        for (int index = 0; index < 8; index++) {
            add(replace("a", index, index == 7, 1000));
        }

        advance(0);
        assertThat(queue.takeStarted()).extracting(QueuedSegment::index).containsExactly(0, 1, 2, 3, 4, 5);
        advance(1000);
        assertThat(queue.takeStarted()).extracting(QueuedSegment::index).containsExactly(6);
        assertThat(queue.sounding()).extracting(QueuedSegment::index).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void framesThatWereSkippedLoseNoEvent() {
        add(replace("a", 0, true, 100));
        add(enqueue("b", 0, true, 100));
        advance(0);

        advance(4000);
        advance(8000);
        assertThat(events).containsExactly("a speaking", "a done", "b speaking", "b done");
    }

    private void add(SpeechSegment segment) {
        queue.add(segment, SpeechQueue.UNKNOWN, new CompletableFuture<>());
    }

    private void add(SpeechSegment segment, long arrivedMillis) {
        queue.add(segment, arrivedMillis * 1_000_000, new CompletableFuture<>());
    }

    /** Adds a segment; the result completes when it is released. */
    private CompletableFuture<Void> release(SpeechSegment segment) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        queue.add(segment, SpeechQueue.UNKNOWN, released);
        return released;
    }

    private @Nullable Moment advance(long millis) {
        SpokenMoment moment = queue.advance(millis * 1_000_000, (millis + 20) * 1_000_000);
        return moment == null
                ? null
                : new Moment(
                        moment.utteranceId(), moment.viseme(), moment.lips().sinceNanos(), moment.positionNanos());
    }

    private static Moment moment(String id, Viseme viseme, long sinceMillis, long positionMillis) {
        return new Moment(id, viseme, sinceMillis * 1_000_000, positionMillis * 1_000_000);
    }

    /** What is said, and since when the lips move for it. */
    private record Moment(String utteranceId, Viseme viseme, long sinceNanos, long positionNanos) {}
}
