package avatar.bench.live;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Speaks, stops the speech after a random time, and waits until the mouth is idle and stays so. */
final class InterruptRun {

    /** Shorter than the text. */
    private static final int LATEST_MILLIS = 3000;

    /** One of four is interrupted within this time, perhaps before its first sound. */
    private static final int EARLY_MILLIS = 150;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** For this long after a frame without the utterance, no frame of it may arrive. */
    private static final Duration WATCHED_AFTERWARDS = Duration.ofMillis(700);

    private static final String TEXT = String.join(" ", LatencyRun.SENTENCES.subList(0, 4));

    private final SpeechApi api;
    private final FrameStream frames;
    private final IdleFrames idle;
    private final PrintWriter out;
    private final Random random = new Random(1);

    private final List<Duration> closed = new ArrayList<>();
    private final List<Duration> quiet = new ArrayList<>();
    private int measured;
    private int framesAfterwards;

    InterruptRun(SpeechApi api, FrameStream frames, IdleFrames idle, PrintWriter out) {
        this.api = api;
        this.frames = frames;
        this.idle = idle;
        this.out = out;
    }

    InterruptReport measure(int count) {
        for (int i = 0; i < count; i++) {
            interrupt();
            if ((i + 1) % 20 == 0) {
                out.println("%3d/%d".formatted(i + 1, count));
                out.flush();
            }
        }
        return InterruptReport.of(count, measured, framesAfterwards, closed, quiet);
    }

    private void interrupt() {
        String id = api.speak(TEXT);
        StreamedFrame latest =
                watch(Duration.ofMillis(random.nextInt(random.nextInt(4) == 0 ? EARLY_MILLIS : LATEST_MILLIS)));
        boolean isSeen = latest != null && id.equals(latest.utteranceId());
        long start = System.nanoTime();
        // The answer arrives when Kafka has the request; by then the mouth may be idle.
        Thread stopping = Thread.ofVirtual().start(api::stop);
        awaitRest(id, start, isSeen);
        join(stopping);
        watchForMore(id, isSeen ? start : start + InterruptCommand.BAR.toNanos());
    }

    private void awaitRest(String id, long start, boolean isSeen) {
        long end = start + TIMEOUT.toNanos();
        Duration untold = null;
        for (StreamedFrame frame = frames.next(end); frame != null; frame = frames.next(end)) {
            Duration passed = Duration.ofNanos(frame.arrivedNanos() - start);
            if (untold == null && !id.equals(frame.utteranceId())) {
                untold = passed;
            }
            if (untold != null && Arrays.equals(frame.jpeg(), idle.jpeg(frame.index()))) {
                measured++;
                if (isSeen) {
                    quiet.add(untold);
                    closed.add(passed);
                }
                return;
            }
        }
        out.println("Utterance %s was not interrupted within %d s".formatted(id, TIMEOUT.toSeconds()));
    }

    /** @param fromNanos an utterance that was not seen may start in the moment before its stop arrives */
    private void watchForMore(String id, long fromNanos) {
        long end = System.nanoTime() + WATCHED_AFTERWARDS.toNanos();
        for (StreamedFrame frame = frames.next(end); frame != null; frame = frames.next(end)) {
            boolean isOfIt = id.equals(frame.utteranceId());
            framesAfterwards += isOfIt && frame.arrivedNanos() - fromNanos >= 0 ? 1 : 0;
        }
    }

    /** Skips the frames of that time; returns the latest. */
    private @Nullable StreamedFrame watch(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        StreamedFrame latest = null;
        for (StreamedFrame frame = frames.next(end); frame != null; frame = frames.next(end)) {
            latest = frame;
        }
        return latest;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
