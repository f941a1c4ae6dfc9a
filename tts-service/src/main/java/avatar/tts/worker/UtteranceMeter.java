package avatar.tts.worker;

import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Measures the stages of utterances, in metrics and in one line of log for each. */
@ApplicationScoped
class UtteranceMeter {

    private final MeterRegistry registry;
    private final InstantSource clock;

    UtteranceMeter(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    Measured begin(SpeechRequest request) {
        return new Measured(request, clock.instant());
    }

    /** Counts that a step is tried again. */
    void countRetry(ErrorCode reason) {
        registry.counter("avatar.tts.retries", "reason", reason.name()).increment();
    }

    /** The stage times of one utterance. */
    final class Measured {

        private final SpeechRequest request;
        private final Instant taken;
        private @Nullable Instant firstSegment;

        private Measured(SpeechRequest request, Instant taken) {
            this.request = request;
            this.taken = taken;
        }

        /** Records that Kafka has stored a segment. */
        void wroteSegment() {
            if (firstSegment == null) {
                Instant now = clock.instant();
                firstSegment = now;
                Timer.builder("avatar.tts.first.segment")
                        .description("From the request to its first segment in Kafka")
                        .register(registry)
                        .record(Duration.between(request.requestedAt(), now));
            }
        }

        /**
         * Records the end of processing.
         *
         * @param outcome its name in the log and the metrics
         */
        void end(String outcome, SegmentWriter segments) {
            registry.counter("avatar.tts.utterances", "outcome", outcome).increment();
            Log.infof(
                    "Request done utteranceId=%s channelId=%s voice=%s outcome=%s characters=%d segments=%d"
                            + " audioMs=%d waitedMs=%d firstSegmentMs=%d totalMs=%d",
                    request.utteranceId(),
                    request.channel(),
                    request.voice(),
                    outcome,
                    request.text().length(),
                    segments.written(),
                    segments.audio().toMillis(),
                    sinceRequest(taken),
                    firstSegment == null ? -1 : sinceRequest(firstSegment),
                    sinceRequest(clock.instant()));
        }

        private long sinceRequest(Instant moment) {
            return Duration.between(request.requestedAt(), moment).toMillis();
        }
    }
}
