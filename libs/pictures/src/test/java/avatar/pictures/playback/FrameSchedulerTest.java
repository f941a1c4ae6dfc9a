package avatar.pictures.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameSchedulerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long FRAME_NANOS = 5_000_000;

    private final FrameScheduler scheduler = new FrameScheduler(2);

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void turnsComeAtTheirDeadlinesAndNotBefore() throws InterruptedException {
        Beat beat = scheduler.beat();
        long start = System.nanoTime();
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(100);

        beat.start(() -> {
            int turn = turns.getAndIncrement();
            if (System.nanoTime() < start + turn * FRAME_NANOS) {
                early.incrementAndGet();
            }
            done.countDown();
            return start + (turn + 1) * FRAME_NANOS;
        });

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(early).hasValue(0);
    }

    @Test
    void wokenChannelGetsOneTurnAtOnce() {
        Beat beat = scheduler.beat();
        AtomicInteger turns = new AtomicInteger();
        beat.start(() -> {
            turns.incrementAndGet();
            return FrameScheduler.NEVER;
        });
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(turns).hasValue(1));

        beat.wake();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(turns).hasValue(2));
        await().during(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(turns).hasValue(2));
    }

    @Test
    void noChannelHasTwoTurnsAtOnceAndNoCallIsLost() {
        Beat beat = scheduler.beat();
        AtomicBoolean isInside = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        beat.start(() -> {
            if (!isInside.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            seen.set(asked.get());
            isInside.set(false);
            return System.nanoTime() + 1000;
        });

        IntStream.range(0, 50_000).parallel().forEach(_ -> {
            asked.incrementAndGet();
            beat.wake();
        });

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(seen).hasValue(50_000));
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void aTurnThatFailsIsNotTheLast() {
        Beat beat = scheduler.beat();
        AtomicInteger turns = new AtomicInteger();

        beat.start(() -> {
            if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("made to fail");
            }
            return FrameScheduler.NEVER;
        });

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(turns).hasValue(2));
    }
}
