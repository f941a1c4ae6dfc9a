package avatar.bench.live;

import avatar.bench.command.Spread;
import avatar.bench.live.SegmentTopic.Arrived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Speaks on channels of its own, without viewers, and waits for the sound on Kafka. */
final class FirstSegmentRun {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Texts spoken at once to measure the rate of synthesis: more than most machines have cores. */
    private static final int CHANNELS = 4;

    private static final int PARAGRAPHS = 8;

    private final SpeechApi api;
    private final SegmentTopic topic;
    private final String voice;

    FirstSegmentRun(SpeechApi api, SegmentTopic topic, String voice) {
        this.api = api;
        this.topic = topic;
        this.voice = voice;
    }

    FirstSegmentReport measure(int count) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(timeToFirstSegment(LatencyRun.SENTENCES.get(i % LatencyRun.SENTENCES.size())));
        }
        return new FirstSegmentReport(voice, count, Spread.of(times), throughput());
    }

    private Duration timeToFirstSegment(String sentence) {
        long start = System.nanoTime();
        String utteranceId = speak("bench", sentence);
        Arrived first = nextOf(utteranceId);
        Arrived latest = first;
        while (!latest.segment().last()) {
            latest = nextOf(utteranceId);
        }
        return Duration.ofNanos(first.nanos() - start);
    }

    private Arrived nextOf(String utteranceId) {
        Arrived arrived = topic.next(TIMEOUT);
        while (!arrived.segment().utteranceId().equals(utteranceId)) {
            arrived = topic.next(TIMEOUT);
        }
        return arrived;
    }

    /** Seconds of speech that are synthesized per second, of several long texts at once. */
    private double throughput() {
        String text = (String.join(" ", LatencyRun.SENTENCES) + "\n").repeat(PARAGRAPHS);
        Set<String> unfinished = new HashSet<>();
        long start = System.nanoTime();
        for (int i = 0; i < CHANNELS; i++) {
            unfinished.add(speak("bench-" + i, text));
        }
        Duration speech = Duration.ZERO;
        while (!unfinished.isEmpty()) {
            Arrived arrived = topic.next(TIMEOUT);
            if (unfinished.contains(arrived.segment().utteranceId())) {
                speech = speech.plus(arrived.segment().duration());
                if (arrived.segment().last()) {
                    unfinished.remove(arrived.segment().utteranceId());
                }
            }
        }
        return speech.toNanos() / (double) (System.nanoTime() - start);
    }

    private String speak(String channel, String text) {
        return api.speak(channel, Map.of("text", text, "voice", voice));
    }
}
