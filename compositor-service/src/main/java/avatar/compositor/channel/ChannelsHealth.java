package avatar.compositor.channel;

import avatar.contract.speech.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: Kafka has assigned partitions, and channel {@code main}, where it runs here, has its avatar, or is idle,
 * and its clock runs. The trouble of other channels is listed, but does not make the service unready.
 */
@Readiness
@ApplicationScoped
class ChannelsHealth implements HealthCheck {

    private final ChannelRegistry channels;

    ChannelsHealth(ChannelRegistry channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("channels");
        boolean isUp = channels.isAssigned();
        for (LiveChannel channel : channels.all()) {
            Optional<String> trouble = channel.trouble();
            boolean isMain = channel.name().equals(Channels.DEFAULT);
            if (isMain) {
                isUp &= trouble.isEmpty() && !channel.isLoading();
            }
            if (isMain || trouble.isPresent()) {
                response.withData(channel.name(), trouble.orElseGet(() -> channel.state()));
            }
        }
        return response.status(isUp).build();
    }
}
