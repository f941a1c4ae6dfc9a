package avatar.compositor.setups;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Topics;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Puts requests on {@code setup-requests}; somebody waits for the answer, so Kafka has little time. */
@ApplicationScoped
class SetupRequestPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Emitter<byte[]> emitter;

    SetupRequestPublisher(@Channel("setup-orders") Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /**
     * Returns when all replicas of the topic have it.
     *
     * @throws AvatarException {@link ErrorCode#KAFKA_UNAVAILABLE}
     */
    void publish(SetupRequest request) {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        Message<byte[]> message = KafkaRecord.of(request.avatar(), request.toBytes())
                .withAck(() -> {
                    arrived.complete(null);
                    return CompletableFuture.completedFuture(null);
                })
                .withNack(failure -> {
                    arrived.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                });
        try {
            emitter.send(message);
            arrived.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static AvatarException unavailable(Exception failure) {
        return new AvatarException(
                ErrorCode.KAFKA_UNAVAILABLE,
                "Kafka did not take a record for '%s' within %d s; nothing was kept, try again later"
                        .formatted(Topics.SETUP_REQUESTS, PATIENCE.toSeconds()),
                failure);
    }
}
