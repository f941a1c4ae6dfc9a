package avatar.compositor.stream;

import avatar.compositor.channel.LiveChannels;
import avatar.compositor.playback.Channel;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The viewers of every channel. */
@ApplicationScoped
class Theatre {

    private final LiveChannels channels;
    private final MeterRegistry registry;
    private final int maxViewers;
    private final ConcurrentMap<String, Viewers> viewers = new ConcurrentHashMap<>();

    Theatre(LiveChannels channels, MeterRegistry registry, StreamConfig config) {
        this.channels = channels;
        this.registry = registry;
        this.maxViewers = config.maxViewers();
    }

    void start(@Observes StartupEvent event) {
        for (String name : channels.names()) {
            channels.find(name).ifPresent(started -> started.thenAccept(this::open));
        }
    }

    /**
     * The viewers of a channel, if one more may join them.
     *
     * @throws AvatarException as {@link LiveChannels#require}, or {@link ErrorCode#TOO_MANY_VIEWERS}
     */
    Viewers admit(String channel) {
        Viewers present = open(channels.require(channel));
        if (present.count() >= maxViewers) {
            throw new AvatarException(
                    ErrorCode.TOO_MANY_VIEWERS,
                    "Channel '%s' has %d viewers, as many as avatar.stream.max-viewers allows"
                            .formatted(channel, present.count()));
        }
        return present;
    }

    Optional<Viewers> of(String channel) {
        return Optional.ofNullable(viewers.get(channel));
    }

    private Viewers open(Channel channel) {
        return viewers.computeIfAbsent(channel.name(), name -> {
            Viewers opened = Viewers.of(channel);
            measure(name, opened);
            return opened;
        });
    }

    private void measure(String channel, Viewers opened) {
        Gauge.builder("avatar.compositor.viewers", opened, Viewers::count)
                .description("Viewers connected now")
                .tag("channel", channel)
                .register(registry);
        Map<String, java.util.function.ToDoubleFunction<Viewers>> counters = Map.of(
                "avatar.compositor.viewer.frames.dropped", Viewers::dropped,
                "avatar.compositor.viewers.cut.off", Viewers::cutOff);
        counters.forEach((name, value) -> FunctionCounter.builder(name, opened, value)
                .tag("channel", channel)
                .register(registry));
    }
}
