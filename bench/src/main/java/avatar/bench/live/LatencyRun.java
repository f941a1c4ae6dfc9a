package avatar.bench.live;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks one sentence after the other and waits for the mouth to move. */
final class LatencyRun {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Sentences of everyday length that begin with many different sounds. */
    static final List<String> SENTENCES = List.of(
            "Hello, it is good to see you.",
            "Are you ready to begin?",
            "Over there is the new building.",
            "We open at nine in the morning.",
            "Every answer starts with a question.",
            "Please take a seat by the window.",
            "The train to the coast leaves soon.",
            "I would like to tell you a story.",
            "Let us look at the numbers together.",
            "Yesterday it rained, today it is sunny.");

    private final SpeechApi api;
    private final FrameStream frames;
    private final IdleFrames idle;
    private final PrintWriter out;

    LatencyRun(SpeechApi api, FrameStream frames, IdleFrames idle, PrintWriter out) {
        this.api = api;
        this.frames = frames;
        this.idle = idle;
        this.out = out;
    }

    /** Measures {@code count} utterances; those whose mouth did not move are reported and left out. */
    List<Sample> measure(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<Sample> sample = measure(SENTENCES.get(i % SENTENCES.size()));
            String outcome = sample.map(Sample::total)
                    .map(total -> "%d ms".formatted(total.toMillis()))
                    .orElse("no moved mouth");
            out.println("%3d/%d  %s".formatted(i + 1, count, outcome));
            sample.ifPresent(samples::add);
        }
        return samples;
    }

    private Optional<Sample> measure(String sentence) {
        frames.discard();
        long start = System.nanoTime();
        String utteranceId = api.speak(sentence);
        Duration answered = Duration.ofNanos(System.nanoTime() - start);
        Optional<Duration> total = awaitMotion(utteranceId, start);
        UtteranceStatus end = awaitEnd(utteranceId);
        if (total.isEmpty() || end.state() != SpeechState.DONE) {
            out.println("Utterance %s: %s %s".formatted(utteranceId, end.state().label(), end.detail()));
        }
        return total.map(duration -> new Sample(
                utteranceId,
                duration,
                answered,
                SpeechApi.between(end, SpeechState.ACCEPTED, SpeechState.SYNTHESIZING)
                        .orElse(null),
                SpeechApi.between(end, SpeechState.SYNTHESIZING, SpeechState.SPEAKING)
                        .orElse(null)));
    }

    private Optional<Duration> awaitMotion(String utteranceId, long startNanos) {
        long end = startNanos + TIMEOUT.toNanos();
        for (StreamedFrame frame = frames.next(end); frame != null; frame = frames.next(end)) {
            byte[] silent = idle.jpeg(frame.index());
            boolean isOfOther =
                    frame.utteranceId() != null && !frame.utteranceId().equals(utteranceId);
            if (silent != null && !isOfOther && MouthMotion.isMoved(silent, frame.jpeg())) {
                return Optional.of(Duration.ofNanos(frame.arrivedNanos() - startNanos));
            }
        }
        return Optional.empty();
    }

    /** Waits until the channel is idle again; returns the status of the utterance then. */
    private UtteranceStatus awaitEnd(String utteranceId) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        Optional<UtteranceStatus> latest = api.find(utteranceId);
        while (System.nanoTime() - end < 0
                && !latest.map(UtteranceStatus::state)
                        .filter(SpeechState::isFinal)
                        .isPresent()) {
            rest();
            latest = api.find(utteranceId);
        }
        return latest.orElseGet(
                () -> new UtteranceStatus(utteranceId, "", SpeechState.FAILED, "is not known", Map.of()));
    }

    /** Skips the frames of a moment. */
    private void rest() {
        long end = System.nanoTime() + POLL.toNanos();
        while (System.nanoTime() - end < 0) {
            frames.next(end);
        }
    }
}
