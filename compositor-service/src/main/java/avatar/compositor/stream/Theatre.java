package avatar.compositor.stream;

import avatar.compositor.channel.LiveChannel;
import avatar.compositor.channel.LiveChannels;
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
class Theatre implements LiveChannels.Listener {

    private record Opened(Hall hall, List<Meter> meters) {}

    private final LiveChannels channels;
    private final MeterRegistry registry;
    private final Hall.Limits limits;
    private final ExecutorService scalers;
    private final Map<String, Opened> halls = new ConcurrentHashMap<>();

    Theatre(LiveChannels channels, MeterRegistry registry, StreamConfig config) {
        this.channels = channels;
        this.registry = registry;
        this.limits = new Hall.Limits(config.maxViewers(), config.maxVariants());
        // Half the cores: what is watched in other sizes must not take the time of those who watch the channels as they
        // are.
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
        Hall hall = new Hall(channel.channel(), limits, scalers);
        halls.put(channel.name(), new Opened(hall, measure(channel.name(), hall)));
    }

    @Override
    public void closed(LiveChannel channel) {
        Opened old = halls.remove(channel.name());
        if (old != null) {
            old.meters().forEach(registry::remove);
        }
    }

    Optional<Hall> find(String channel) {
        return Optional.ofNullable(halls.get(channel)).map(Opened::hall);
    }

    /** @throws AvatarException {@link ErrorCode#NOT_FOUND} */
    Hall require(String channel) {
        return find(channel).orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, channels.absent(channel)));
    }

    private List<Meter> measure(String channel, Hall hall) {
        return List.of(
                Gauge.builder("avatar.compositor.viewers", hall, Hall::size)
                        .description("Viewers connected now")
                        .tag("channel", channel)
                        .register(registry),
                count("avatar.compositor.viewer.frames.dropped", channel, hall, Hall::dropped),
                count("avatar.compositor.viewers.cut.off", channel, hall, Hall::cutOff));
    }

    private Meter count(String name, String channel, Hall hall, ToDoubleFunction<Hall> value) {
        return FunctionCounter.builder(name, hall, value)
                .tag("channel", channel)
                .register(registry);
    }
}
