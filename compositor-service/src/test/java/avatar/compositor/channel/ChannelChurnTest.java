package avatar.compositor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.Surroundings;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Channels that come and go leave nothing behind. At full size, 10 000 of them: {@code -Davatar.test.churn=10000}. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class ChannelChurnTest {

    private static final int ROUNDS = Integer.getInteger("avatar.test.churn", 300);
    private static final int WARM_UP = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long MB = 1 << 20;

    @TestHTTPResource("/")
    URI root;

    @Inject
    ChannelRegistry channels;

    @Inject
    MeterRegistry meters;

    /** What is in use; of direct memory, by Netty's pool and by all buffers. */
    private record Memory(long heap, long direct, long meters) {}

    @Test
    void channelsThatAreMadeWatchedAndDeletedLeaveNothingBehind() throws Exception {
        comeAndGo(WARM_UP);
        Memory before = memory();

        comeAndGo(ROUNDS);

        await().atMost(TIMEOUT).untilAsserted(() -> {
            Memory after = memory();
            assertThat(after.heap() - before.heap()).as("heap").isLessThan(8 * MB);
            assertThat(after.direct() - before.direct()).as("direct memory").isLessThan(4 * MB);
            assertThat(after.meters()).as("meters of channels that are gone").isZero();
        });
    }

    private void comeAndGo(int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            String name = "guest-" + i;
            channels.create(name, "default");
            try (PartReader reader = new PartReader(Http.open(root.resolve("/av/%s?width=160&lead=100".formatted(name)))
                    .body())) {
                reader.next();
                channels.delete(name);
            }
        }
    }

    private Memory memory() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        long pooled = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        return new Memory(heap, direct + pooled, metersOfGuests());
    }

    private long metersOfGuests() {
        return meters.getMeters().stream()
                .map(meter -> meter.getId().getTag("channel"))
                .filter(channel -> channel != null && channel.startsWith("guest-"))
                .count();
    }
}
