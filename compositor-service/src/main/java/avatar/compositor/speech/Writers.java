package avatar.compositor.speech;

import avatar.kit.kafka.DeadLetters;
import avatar.kit.kafka.KafkaWriter;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Produces the writer of dead letters. */
@Singleton
class Writers {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** As large as any record that the broker takes. */
    private static final int MAX_BYTES = 16 << 20;

    private final KafkaWriter deadLetters;

    Writers(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.deadLetters = new KafkaWriter(broker, TIMEOUT, MAX_BYTES);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters() {
        return new DeadLetters(deadLetters);
    }

    @PreDestroy
    void close() {
        deadLetters.close();
    }
}
