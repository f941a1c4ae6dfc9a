package avatar.bench.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures channels that all speak, and their viewers. */
final class LoadRun implements AutoCloseable {

    /** Until the mouths are cached, the code is compiled, and the buffers of viewers that never read are full. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Until the first segment of the last channel has been sent, on a busy machine. */
    private static final int SPARE_SECONDS = 20;

    private final Compositors compositors;
    private final Speakers speakers;
    private final String avatar;
    private final int seconds;
    private final List<String> channels = new ArrayList<>();

    /** @param seconds how long each row is measured */
    LoadRun(Compositors compositors, Speakers speakers, String avatar, int seconds) {
        this.compositors = compositors;
        this.speakers = speakers;
        this.avatar = avatar;
        this.seconds = seconds;
    }

    /**
     * Measures one row.
     *
     * @param viewers of each channel
     * @param stuck viewers of the first channel that never read
     */
    LoadRow measure(int count, int viewers, int stuck) {
        List<String> speaking =
                IntStream.range(0, count).mapToObj(i -> "bench-" + i).toList();
        speaking.forEach(this::open);
        try (StreamClient client = new StreamClient()) {
            for (String channel : speaking) {
                speakers.speak(channel, seconds + (int) WARM_UP.toSeconds() + SPARE_SECONDS);
                IntStream.range(0, viewers).forEach(_ -> client.watch(compositors.stream(channel)));
                client.readUntil(System.nanoTime());
            }
            IntStream.range(0, stuck).forEach(_ -> client.watchWithoutReading(compositors.stream(speaking.getFirst())));
            client.readUntil(System.nanoTime() + WARM_UP.toNanos());
            LoadRow.Cost cost = count(client);
            return LoadRow.of(count, client.tallies(), cost);
        } finally {
            close();
        }
    }

    private LoadRow.Cost count(StreamClient client) {
        Duration serverBefore = compositors.cpuTime();
        Duration clientBefore = ownCpuTime();
        long start = System.nanoTime();
        client.beginToCount();
        client.readUntil(start + Duration.ofSeconds(seconds).toNanos());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Duration ours = ownCpuTime().minus(clientBefore);
        return new LoadRow.Cost(time, compositors.cpuTime().minus(serverBefore), ours, compositors.memoryBytes());
    }

    private void open(String channel) {
        compositors.open(channel, avatar);
        channels.add(channel);
    }

    private static Duration ownCpuTime() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** Deletes the channels it created. */
    @Override
    public void close() {
        channels.forEach(compositors::close);
        channels.clear();
    }
}
