package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.EventSink;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries the steps of one utterance again, with growing pauses, while Kafka, viseme-service or a voice is away: what was
 * accepted is spoken, however late. Its status says what it waits for.
 */
final class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Set<ErrorCode> PASSING = Set.of(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.KAFKA_UNAVAILABLE);

    private final SpeechJob job;
    private final EventSink events;
    private final InstantSource clock;
    private final Consumer<ErrorCode> count;
    private @Nullable String reported;

    /** @param count receives why a step is tried again, each time */
    Retries(SpeechJob job, EventSink events, InstantSource clock, Consumer<ErrorCode> count) {
        this.job = job;
        this.events = events;
        this.clock = clock;
        this.count = count;
    }

    /**
     * The result of a step; empty if the job is dropped first.
     *
     * @throws AvatarException if trying again would not help, or {@link ErrorCode#SPEECH_EXPIRED}
     */
    <T> Optional<T> untilDone(Supplier<Optional<T>> step) {
        Duration pause = FIRST_PAUSE;
        while (job.dropped() == null) {
            job.requireInTime(clock.instant());
            try {
                return step.get();
            } catch (AvatarException e) {
                if (!PASSING.contains(e.code())) {
                    throw e;
                }
                count.accept(e.code());
                report(e);
                job.pause(pause);
                pause = longer(pause);
            }
        }
        return Optional.empty();
    }

    private void report(AvatarException trouble) {
        String reason = String.valueOf(trouble.getMessage());
        if (reason.equals(reported) || job.isStop()) {
            return;
        }
        reported = reason;
        Log.warnf(
                "An utterance waits utteranceId=%s code=%s error=%s",
                job.request().utteranceId(), trouble.code(), reason);
        events.report(job.request(), SpeechState.SYNTHESIZING, "waiting: " + reason);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
