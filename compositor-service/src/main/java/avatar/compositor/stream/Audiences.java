package avatar.compositor.stream;

import avatar.compositor.channel.ChannelRegistry;
import avatar.compositor.channel.LiveChannel;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;

/** The viewers of every channel. */
@ApplicationScoped
class Audiences implements ChannelRegistry.Listener {

    private record Opened(ChannelAudience audience, List<Meter> meters) {}

    private final ChannelRegistry channels;
    private final MeterRegistry registry;
    private final ChannelAudience.Limits limits;
    private final ExecutorService scalers;
    private final Map<String, Opened> audiences = new ConcurrentHashMap<>();

    Audiences(ChannelRegistry channels, MeterRegistry registry, StreamConfig config) {
        this.channels = channels;
        this.registry = registry;
        this.limits = new ChannelAudience.Limits(config.maxViewers(), config.maxVariants());
        // Half the cores: viewers of other sizes must not take the time of viewers of the channels as they are.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.scalers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("scaler-", 1).factory());
    }

    void start(@Observes StartupEvent event) {
        channels.addListener(this);
    }

    void stop(@Observes ShutdownEvent event) {
        scalers.shutdownNow();
    }

    @Override
    public void opened(LiveChannel channel) {
        ChannelAudience audience = new ChannelAudience(channel.channel(), limits, scalers);
        audiences.put(channel.name(), new Opened(audience, measure(channel.name(), audience)));
    }

    @Override
    public void closed(LiveChannel channel) {
        Opened old = audiences.remove(channel.name());
        if (old != null) {
            old.meters().forEach(registry::remove);
        }
    }

    Optional<ChannelAudience> find(String channel) {
        return Optional.ofNullable(audiences.get(channel)).map(Opened::audience);
    }

    /** @throws AvatarException {@link ErrorCode#NOT_FOUND} */
    ChannelAudience require(String channel) {
        return find(channel).orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, channels.absent(channel)));
    }

    private List<Meter> measure(String channel, ChannelAudience audience) {
        return List.of(
                Gauge.builder("avatar.compositor.viewers", audience, ChannelAudience::size)
                        .description("Viewers connected now")
                        .tag("channel", channel)
                        .register(registry),
                count("avatar.compositor.viewer.frames.dropped", channel, audience, ChannelAudience::dropped),
                count("avatar.compositor.viewers.cut.off", channel, audience, ChannelAudience::cutOff));
    }

    private Meter count(
            String name, String channel, ChannelAudience audience, ToDoubleFunction<ChannelAudience> value) {
        return FunctionCounter.builder(name, audience, value)
                .tag("channel", channel)
                .register(registry);
    }
}
