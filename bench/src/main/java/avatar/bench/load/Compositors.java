package avatar.bench.load;

import avatar.bench.command.BenchException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The running compositors that share the channels; each channel is the one's that accepts it. */
final class Compositors {

    private final List<Compositor> all;
    private final Map<String, Compositor> owners = new HashMap<>();

    /** @param urls of all of them */
    Compositors(List<URI> urls) {
        all = urls.stream().map(Compositor::new).toList();
    }

    /**
     * Creates a channel, unless it exists.
     *
     * @throws BenchException if it is none's
     */
    void open(String channel, String avatar) {
        owners.put(
                channel,
                all.stream()
                        .filter(compositor -> compositor.open(channel, avatar))
                        .findFirst()
                        .orElseThrow(() -> new BenchException(
                                "Channel '%s' is of none of %d compositors; expected --url with the addresses of all"
                                        .formatted(channel, all.size()))));
    }

    void close(String channel) {
        owner(channel).close(channel);
    }

    URI stream(String channel) {
        return owner(channel).stream(channel);
    }

    /** The processor time that all have used since their start. */
    Duration cpuTime() {
        return Duration.ofNanos(sum(compositor -> compositor.cpuTime().toNanos()));
    }

    /** Bytes of heap and direct buffers in use, of all. */
    long memoryBytes() {
        return sum(Compositor::memoryBytes);
    }

    private long sum(ToLongFunction<Compositor> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private Compositor owner(String channel) {
        Compositor owner = owners.get(channel);
        if (owner == null) {
            throw new IllegalArgumentException("Channel '%s' was not opened".formatted(channel));
        }
        return owner;
    }
}
