package avatar.tts.worker;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelWorkersTest {

    private final Semaphore mayEnd = new Semaphore(0);
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final ChannelWorkers workers = new ChannelWorkers(this::speak, 100);

    @AfterEach
    void letAllEnd() {
        mayEnd.release(1_000);
    }

    @Test
    void enqueuedUtterancesAreSpokenOneByOne() {
        offer("main", "a", SpeechMode.ENQUEUE);
        offer("main", "b", SpeechMode.ENQUEUE);
        awaitBegun("a");
        mayEnd.release(2);

        awaitEnded("a", "b");
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void newerUtteranceDropsTheOneBeingSpokenAndThoseThatWait() {
        SpeechJob spoken = offer("main", "a", SpeechMode.ENQUEUE);
        awaitBegun("a");
        SpeechJob waiting = offer("main", "b", SpeechMode.ENQUEUE);

        SpeechJob newest = offer("main", "c", SpeechMode.REPLACE);

        assertThat(List.of(spoken, waiting)).extracting(SpeechJob::dropped).containsOnly(SpeechState.REPLACED);
        assertThat(newest.dropped()).isNull();
    }

    @Test
    void stopDropsAllAndTakesItsTurn() {
        SpeechJob spoken = offer("main", "a", SpeechMode.ENQUEUE);
        awaitBegun("a");

        SpeechJob stop = offer("main", "stop", SpeechMode.STOP);
        mayEnd.release(2);

        assertThat(spoken.dropped()).isEqualTo(SpeechState.STOPPED);
        assertThat(stop.dropped()).isNull();
        awaitEnded("a", "stop");
    }

    @Test
    void channelsDoNotWaitForEachOther() {
        SpeechJob spoken = offer("main", "a", SpeechMode.REPLACE);
        awaitBegun("a");

        offer("other", "b", SpeechMode.REPLACE);

        awaitBegun("a", "b");
        assertThat(spoken.dropped()).isNull();
    }

    @Test
    void utteranceThatIsDeliveredAgainIsSpokenOnce() {
        offer("main", "a", SpeechMode.REPLACE);
        SpeechJob behind = offer("main", "b", SpeechMode.ENQUEUE);
        awaitBegun("a");

        offer("main", "a", SpeechMode.REPLACE);
        awaitEnded("a");
        mayEnd.release(2);
        awaitBegun("a", "b");

        assertThat(behind.dropped()).as("by the second delivery").isNull();
        awaitEnded("a", "a", "b");
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void recordingsThatFillTheMemoryHoldUpTheNextRequestUntilOneIsSpoken() {
        assertThat(workers.offer(recorded("one", "a", 60))).isCompleted();
        awaitBegun("a");

        CompletionStage<Void> room = workers.offer(recorded("two", "b", 41));
        assertThat(room).isNotDone();
        mayEnd.release(2);

        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(room).isCompleted());
    }

    @Test
    void channelThatFellSilentSpeaksAgain() {
        mayEnd.release(500);
        for (int i = 0; i < 200; i++) {
            offer("main", "u" + i, SpeechMode.ENQUEUE);
            int count = i + 1;
            await().pollInterval(ofMillis(1)).atMost(ofSeconds(5)).until(() -> ended.size() == count);
        }

        assertThat(ended)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "u" + i).toList());
    }

    private void speak(SpeechJob job) {
        begun.add(job.request().utteranceId());
        mayEnd.acquireUninterruptibly();
    }

    private SpeechJob offer(String channel, String id, SpeechMode mode) {
        SpeechJob job = job(channel, id, mode);
        assertThat(workers.offer(job)).isCompleted();
        return job;
    }

    private SpeechJob recorded(String channel, String id, int bytes) {
        SpeechRequest request = SpeechRequest.of(id, channel, "text", "voice", SpeechMode.REPLACE, Instant.EPOCH);
        return new SpeechJob(request.withRecording(ByteBuffer.allocate(bytes), "en-US"), () -> ended.add(id));
    }

    private SpeechJob job(String channel, String id, SpeechMode mode) {
        SpeechRequest request = SpeechRequest.of(id, channel, "text", "voice", mode, Instant.EPOCH);
        return new SpeechJob(request, () -> ended.add(id));
    }

    private void awaitBegun(String... ids) {
        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(begun).containsExactly(ids));
    }

    private void awaitEnded(String... ids) {
        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(ended).containsExactly(ids));
    }
}
