package avatar.compositor.speech;

import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.BackgroundWriter;
import avatar.kit.kafka.KafkaWriter;
import avatar.pictures.playback.ProgressReports;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Publishes on {@code speech-progress} how far channels have spoken. One that is lost is followed by another. */
@ApplicationScoped
class ProgressPublisher implements ProgressReports {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    /** A hundred channels that speak write 200 a second: together they cost little, and are hardly older. */
    private static final Duration LINGER = Duration.ofMillis(50);

    private static final int MAX_WAITING = 2_000;

    private final BackgroundWriter writer;
    private final AtomicBoolean isLost = new AtomicBoolean();

    ProgressPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer =
                new BackgroundWriter(new KafkaWriter(broker, TIMEOUT, LINGER), Topics.SPEECH_PROGRESS, MAX_WAITING);
    }

    @Override
    public void publish(String channel, SpeechProgress progress) {
        writer.write(channel, progress.toBytes(), this::lost);
    }

    private void lost(Throwable failure) {
        if (isLost.compareAndSet(false, true)) {
            Log.warnf(
                    "Progress of speech is not written, a crash would repeat more of it error=%s",
                    failure.getMessage());
        }
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}
