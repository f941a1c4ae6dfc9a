package avatar.web.fake;

import static java.util.Objects.requireNonNull;

import avatar.contract.channel.ChannelOwner;
import avatar.contract.speech.Topics;
import avatar.kit.channel.ChannelPartition;
import avatar.kit.kafka.KafkaWriter;
import avatar.launcher.broker.BrokerProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two compositors and two tts-services behind the gateway, and the broker on which the compositors announce themselves. */
public final class FakeCluster implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** One thread, so that the fakes need no locks. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    public final FakeService first = new FakeService(vertx, "first");
    public final FakeService second = new FakeService(vertx, "second");
    public final FakeService tts = new FakeService(vertx, "tts");
    public final FakeService otherTts = new FakeService(vertx, "other tts");

    private @Nullable BrokerProcess broker;
    private @Nullable KafkaWriter writer;
    private long epoch;

    @Override
    public Map<String, String> start() {
        all().forEach(FakeService::start);
        broker = BrokerProcess.start(folder(), 0);
        writer = new KafkaWriter(Map.of("bootstrap.servers", broker.bootstrapServers()), TIMEOUT);
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "avatar.gateway.compositor-url",
                first.url(),
                "avatar.gateway.tts-url",
                tts.url() + "," + otherTts.url(),
                "avatar.gateway.answer-timeout",
                "3s",
                "avatar.gateway.owner-timeout",
                "1s",
                "avatar.gateway.stream-timeout",
                "2s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeCluster.class));
    }

    @Override
    public void stop() {
        requireNonNull(writer).close();
        requireNonNull(broker).close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Starts all, and gives all channels to the first compositor but those of the last partition, which the second has. */
    public void reset() {
        all().forEach(FakeService::reset);
        IntStream.range(0, PARTITIONS).forEach(this::giveBack);
    }

    private void giveBack(int partition) {
        announce(partition, partition == PARTITIONS - 1 ? second : first);
    }

    /** A channel of a partition. */
    public static String channelOf(int partition) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> "channel-" + n)
                .filter(channel -> ChannelPartition.of(channel, PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** Announces the next owner of a partition. */
    public void announce(int partition, FakeService owner) {
        ChannelOwner announced = new ChannelOwner(URI.create(owner.url()), owner.url(), ++epoch);
        requireNonNull(writer).write(Topics.CHANNEL_OWNERS, Integer.toString(partition), announced.toBytes());
    }

    /** Withdraws all announcements, as before the gateway has read any. */
    public void withdrawAll() {
        IntStream.range(0, PARTITIONS)
                .forEach(partition ->
                        requireNonNull(writer).write(Topics.CHANNEL_OWNERS, Integer.toString(partition), null));
    }

    private List<FakeService> all() {
        return List.of(first, second, tts, otherTts);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "broker").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
