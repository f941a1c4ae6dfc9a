package avatar.compositor.channel;

import avatar.pictures.playback.ChannelCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The metrics of every channel, registered while it exists. */
@ApplicationScoped
class ChannelMetrics implements ChannelRegistry.Listener {

    private final MeterRegistry registry;
    private final ChannelRegistry channels;
    private final Map<LiveChannel, List<Meter>> meters = new ConcurrentHashMap<>();

    ChannelMetrics(MeterRegistry registry, ChannelRegistry channels) {
        this.registry = registry;
        this.channels = channels;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder(
                        "avatar.compositor.channels",
                        channels,
                        present -> present.all().size())
                .description("Channels")
                .register(registry);
        channels.addListener(this);
    }

    @Override
    public void opened(LiveChannel channel) {
        meters.put(
                channel,
                List.of(
                        count("composed", "Frames shown to viewers", channel, ChannelCounters::composed),
                        count("spliced", "Frames shown with a mouth on them", channel, ChannelCounters::spliced),
                        count("late", "Frames skipped because their time was over", channel, ChannelCounters::late),
                        count("failed", "Frames not shown because of an error", channel, ChannelCounters::failed),
                        Gauge.builder("avatar.compositor.channel.running", channel, ChannelMetrics::isRunning)
                                .description("1 while the channel has its avatar")
                                .tag("channel", channel.name())
                                .register(registry)));
    }

    @Override
    public void closed(LiveChannel channel) {
        List<Meter> old = meters.remove(channel);
        if (old != null) {
            old.forEach(registry::remove);
        }
    }

    private static double isRunning(@Nullable LiveChannel channel) {
        return channel != null && channel.isRunning() ? 1 : 0;
    }

    private Meter count(String what, String text, LiveChannel channel, ToDoubleFunction<ChannelCounters> value) {
        return FunctionCounter.builder(
                        "avatar.compositor.frames." + what, channel.channel().counters(), value)
                .description(text)
                .tag("channel", channel.name())
                .register(registry);
    }
}
