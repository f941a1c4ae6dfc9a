package avatar.compositor.channel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready: every channel has its avatar and its clock runs. */
@Readiness
@ApplicationScoped
class ChannelsHealth implements HealthCheck {

    private final LiveChannels channels;

    ChannelsHealth(LiveChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("channels");
        boolean isUp = true;
        for (LiveChannels.Status channel : channels.all()) {
            isUp &= channel.trouble().isEmpty();
            response.withData(channel.name(), channel.trouble().orElse("running"));
        }
        return response.status(isUp).build();
    }
}
