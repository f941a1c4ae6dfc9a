package avatar.kit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.channel.ChannelOwner;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelOwnersTest {

    private static final ChannelOwner FIRST = new ChannelOwner(URI.create("http://10.0.0.1:8083"), "first", 1);
    private static final ChannelOwner SECOND = new ChannelOwner(URI.create("http://10.0.0.2:8083"), "second", 2);

    private final ChannelOwners owners = new ChannelOwners();

    @Test
    void ownerOfAChannelIsThatOfItsPartition() {
        owners.setPartitions(4);
        announce(ChannelPartition.of("main", 4), FIRST);

        assertThat(owners.of("main")).contains(FIRST);
    }

    @Test
    void channelHasNoOwnerWhileThePartitionsAreUnknown() {
        announce(ChannelPartition.of("main", 4), FIRST);

        assertThat(owners.of("main")).isEmpty();
    }

    @Test
    void olderAnnouncementThatArrivesLateIsIgnored() {
        announce(0, SECOND);
        announce(0, FIRST);

        assertThat(owners.ofPartition(0)).contains(SECOND);
    }

    @Test
    void recordWithoutAValueWithdrawsAnOwner() {
        announce(0, FIRST);
        announce(0, null);

        assertThat(owners.ofPartition(0)).isEqualTo(Optional.empty());
    }

    @Test
    void compositorOfSeveralPartitionsIsListedOnce() {
        announce(0, FIRST);
        announce(1, SECOND);
        announce(2, FIRST);

        assertThat(owners.all()).containsExactly(FIRST, SECOND);
    }

    @Test
    void changeIsNotifiedOnce() {
        CompletableFuture<Void> change = owners.changed().toCompletableFuture();
        assertThat(change).isNotDone();

        announce(0, FIRST);

        assertThat(change).isCompleted();
        assertThat(owners.changed().toCompletableFuture()).isNotDone();
    }

    private void announce(int partition, @Nullable ChannelOwner owner) {
        owners.handle(new ConsumerRecord<>(
                "channel-owners", 0, 0, Integer.toString(partition), owner == null ? null : owner.toBytes()));
    }
}
