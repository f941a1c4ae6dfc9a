package avatar.compositor.channel;

import avatar.compositor.playback.Channel;
import avatar.compositor.playback.ChannelCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/** The figures of every channel, for Prometheus. */
@ApplicationScoped
class ChannelMetrics {

    private final MeterRegistry registry;
    private final LiveChannels channels;

    ChannelMetrics(MeterRegistry registry, LiveChannels channels) {
        this.registry = registry;
        this.channels = channels;
    }

    void start(@Observes StartupEvent event) {
        for (String name : channels.names()) {
            channels.find(name).ifPresent(started -> started.thenAccept(this::register));
        }
    }

    private void register(Channel channel) {
        count("composed", "Frames shown to somebody", channel, ChannelCounters::composed);
        count("spliced", "Frames shown with a mouth on them", channel, ChannelCounters::spliced);
        count("late", "Frames skipped because their time was over", channel, ChannelCounters::late);
        count("failed", "Frames not shown because of an error", channel, ChannelCounters::failed);
    }

    private void count(String what, String text, Channel channel, ToDoubleFunction<ChannelCounters> value) {
        FunctionCounter.builder("avatar.compositor.frames." + what, channel.counters(), value)
                .description(text)
                .tag("channel", channel.name())
                .register(registry);
    }
}
