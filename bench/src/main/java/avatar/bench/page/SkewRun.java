package avatar.bench.page;

import avatar.bench.command.BenchException;
import avatar.bench.live.SpeechApi;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Speaks texts to their end, one after another, and collects the frames that the page drew. */
final class SkewRun {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Frames arrive a little later than the events about them. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    private final WatchedPage page;
    private final SpeechApi api;
    private final PrintWriter out;

    SkewRun(WatchedPage page, SpeechApi api, PrintWriter out) {
        this.page = page;
        this.api = api;
        this.out = out;
    }

    /**
     * Speaks on channel {@code main}.
     *
     * @param orders bodies of requests
     * @throws BenchException if one is not spoken to its end, or no frame of it is drawn
     */
    List<DrawnFrame> say(List<Map<String, Object>> orders) {
        await("the page shows no avatar", LONGEST_START, page::isLive);
        List<DrawnFrame> frames = new ArrayList<>();
        for (Map<String, Object> order : orders) {
            String id = api.speak("main", order);
            await("utterance %s is not done".formatted(id), LONGEST, () -> isDone(id));
            pause(AFTERWARDS);
            List<DrawnFrame> drawn = page.takeFrames().stream()
                    .filter(frame -> frame.utterance().equals(id))
                    .toList();
            if (drawn.isEmpty()) {
                throw new BenchException("The page drew no frame of utterance %s during its sound".formatted(id));
            }
            frames.addAll(drawn);
            out.println("%d frames of %s".formatted(drawn.size(), id));
            out.flush();
        }
        return frames;
    }

    private boolean isDone(String id) {
        Optional<SpeechState> state = api.find(id).map(UtteranceStatus::state);
        if (state.isPresent() && state.get().isFinal() && state.get() != SpeechState.DONE) {
            throw new BenchException("Invalid end of utterance %s: found %s, expected done"
                    .formatted(id, state.get().label()));
        }
        return state.equals(Optional.of(SpeechState.DONE));
    }

    private static void await(String otherwise, Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new BenchException("After %s %s".formatted(longest, otherwise));
            }
            pause(LOOK_EVERY);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }
}
