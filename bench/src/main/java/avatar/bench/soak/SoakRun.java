package avatar.bench.soak;

import avatar.bench.command.BenchException;
import avatar.bench.live.SpeechApi;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps channels speaking, each with one text that is spoken and one that waits. */
final class SoakRun {

    private static final int AHEAD = 2;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(10);
    private static final double SECONDS_PER_MINUTE = 60;

    private static final String TEXT = "This is a sentence that takes a while. Here comes another one, which is longer"
            + " than the first. And a third one follows. The fourth is the last but one. This one ends it.";

    private final SpeechApi api;
    private final String voice;
    private final List<String> channels = new ArrayList<>();
    private final Map<String, Deque<String>> pending = new TreeMap<>();
    private final Map<SpeechState, Integer> ends = new EnumMap<>(SpeechState.class);
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Growth> memory = new TreeMap<>();

    /** @param voice that speaks on all channels */
    SoakRun(SpeechApi api, String voice, int channels) {
        this.api = api;
        this.voice = voice;
        for (int i = 0; i < channels; i++) {
            this.channels.add("soak-" + i);
        }
    }

    /**
     * Speaks for that time, waits until the rest is spoken, and removes the channels.
     *
     * @param warmUp after which growth counts
     */
    SoakReport run(Duration time, Duration warmUp) {
        channels.forEach(channel -> api.open(channel, "default"));
        long start = System.nanoTime();
        long nextSample = start;
        while (System.nanoTime() - start < time.toNanos()) {
            channels.forEach(this::keepSpeaking);
            if (System.nanoTime() >= nextSample) {
                sample((System.nanoTime() - start) / 1e9 / SECONDS_PER_MINUTE);
                nextSample += SAMPLE_INTERVAL.toNanos();
            }
            sleep();
        }
        while (pending.values().stream().anyMatch(utterances -> !utterances.isEmpty())) {
            channels.forEach(this::collect);
            sleep();
        }
        channels.forEach(api::close);
        return SoakReport.of(channels.size(), time, warmUp, ends, failures, memory);
    }

    private void keepSpeaking(String channel) {
        collect(channel);
        Deque<String> utterances = pendingOf(channel);
        while (utterances.size() < AHEAD) {
            utterances.add(api.speak(channel, Map.of("text", TEXT, "voice", voice, "mode", "enqueue")));
        }
    }

    /** Takes utterances that have ended, the earlier first. */
    private void collect(String channel) {
        Deque<String> utterances = pendingOf(channel);
        while (!utterances.isEmpty()) {
            Optional<UtteranceStatus> status = api.find(utterances.getFirst());
            if (status.isEmpty() || !status.get().state().isFinal()) {
                return;
            }
            utterances.removeFirst();
            UtteranceStatus end = status.get();
            ends.merge(end.state(), 1, Integer::sum);
            if (end.state() != SpeechState.DONE) {
                failures.add("%s on %s: %s".formatted(end.state().label(), channel, end.detail()));
            }
        }
    }

    private Deque<String> pendingOf(String channel) {
        return pending.computeIfAbsent(channel, _ -> new ArrayDeque<>());
    }

    private void sample(double minute) {
        Resident.now()
                .forEach((process, kilobytes) ->
                        memory.computeIfAbsent(process, _ -> new Growth()).add(minute, kilobytes / 1024.0));
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }
}
