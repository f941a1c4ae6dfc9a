package avatar.compositor.setups;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Publishes on {@code setup-requests}; a caller waits for the answer, so the timeout is short. */
@ApplicationScoped
class SetupRequestPublisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaWriter writer;

    SetupRequestPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer = new KafkaWriter(broker, TIMEOUT);
    }

    /**
     * Returns when all replicas of the topic have the request.
     *
     * @throws AvatarException {@link ErrorCode#KAFKA_UNAVAILABLE}
     */
    void publish(SetupRequest request) {
        writer.write(Topics.SETUP_REQUESTS, request.avatar(), request.toBytes());
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}
