package avatar.compositor.ownership;

import avatar.compositor.channel.ChannelConfig;
import avatar.compositor.channel.ChannelRegistry;
import avatar.compositor.channel.FirstFrames;
import avatar.contract.channel.ChannelOwner;
import avatar.contract.channel.ChannelRecord;
import avatar.contract.problem.AvatarException;
import avatar.contract.speech.Channels;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Loan;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes over the channels of the partitions that Kafka assigns to this compositor, and hands over those of the
 * partitions that it takes away. Called on the consumer's thread.
 */
@Singleton
public final class Handover {

    /** Less than a client waits for a channel that moves. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Longer than any avatar takes on a busy machine. */
    private static final Duration LOAD_TIMEOUT = Duration.ofSeconds(20);

    /** Avatars, of some ten megabytes each. */
    private static final int MOST_PREPARED = 4;

    /** Stands for the compositor in the record of channel {@code main}. */
    private static final String CONFIGURED = "avatar.channel.avatar";

    private final Map<String, Object> broker;
    private final ChannelTopics topics;
    private final ChannelWriter writer;
    private final ChannelRegistry channels;
    private final AvatarLibrary library;
    private final Instance self;
    private final InstantSource clock;
    private final String mainAvatar;

    private final Map<Integer, Long> epochs = new HashMap<>();

    Handover(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            ChannelTopics topics,
            ChannelWriter writer,
            ChannelRegistry channels,
            AvatarLibrary library,
            Instance self,
            InstantSource clock,
            ChannelConfig config) {
        this.broker = broker;
        this.topics = topics;
        this.writer = writer;
        this.channels = channels;
        this.library = library;
        this.self = self;
        this.clock = clock;
        this.mainAvatar = config.avatar();
    }

    /**
     * Loads what channels need before there are any, so that those that come are not interrupted for long: the avatars
     * that most of them show, and the code that takes them over.
     */
    public void prepare() {
        topics.catchUp(TIMEOUT);
        SpeechHistory.of(broker, Set.of(0));
        Map<String, Long> channelsOf = topics.records().values().stream()
                .collect(Collectors.groupingBy(ChannelRecord::avatar, Collectors.counting()));
        Stream<String> mostShown = channelsOf.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey);
        CompletableFuture<?>[] loaded = Stream.concat(Stream.of(mainAvatar), mostShown)
                .distinct()
                .limit(MOST_PREPARED)
                .map(id -> library.borrow(id).thenAccept(Handover::warmUp).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(loaded).get(LOAD_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Its channel tries again, and says why.
            Log.debugf("An avatar was not loaded beforehand error=%s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void warmUp(Loan loan) {
        try (loan) {
            FirstFrames.compose(loan.pictures());
        }
    }

    /**
     * Opens the channels of new partitions, their speech continued, and announces itself.
     *
     * @param count partitions of the topics that are keyed by channel
     * @param generation of the consumer group
     */
    public void gained(Set<Integer> partitions, int count, int generation) {
        CompletableFuture<Boolean> isCaughtUp = CompletableFuture.supplyAsync(() -> topics.catchUp(TIMEOUT));
        SpeechHistory history = SpeechHistory.of(broker, partitions);
        if (!isCaughtUp.join()) {
            Log.warnf("Not all channels are known yet partitions=%s", partitions);
        }
        Map<String, String> avatars = new HashMap<>();
        topics.records().forEach((id, known) -> avatars.put(id, known.avatar()));
        boolean isMainNew = isMainNew();
        if (isMainNew) {
            avatars.put(Channels.DEFAULT, mainAvatar);
        }
        channels.gain(partitions, count, avatars, history::of);
        // Those that were created meanwhile.
        topics.records().forEach((id, known) -> channels.show(id, avatars.getOrDefault(id, known.avatar())));
        if (isMainNew && channels.find(Channels.DEFAULT).isPresent()) {
            trying(() -> writer.write(Channels.DEFAULT, new ChannelRecord(mainAvatar, clock.instant(), CONFIGURED)));
        }
        for (int partition : partitions) {
            long known = topics.owners()
                    .ofPartition(partition)
                    .map(ChannelOwner::epoch)
                    .orElse(0L);
            epochs.put(partition, Math.max(generation, known + 1));
            announce(partition);
        }
        Log.infof(
                "Partitions gained partitions=%s channels=%d",
                new TreeSet<>(partitions), channels.all().size());
    }

    /**
     * Announces itself again where an announcement that arrived late names another compositor.
     *
     * @param partitions that Kafka assigns to this one
     */
    public void defend(Set<Integer> partitions) {
        for (int partition : partitions) {
            topics.owners()
                    .ofPartition(partition)
                    .filter(owner -> !owner.instance().equals(self.name()))
                    .ifPresent(other -> {
                        epochs.merge(partition, other.epoch() + 1, Math::max);
                        announce(partition);
                    });
        }
    }

    /** Stops the speech of channels whose partitions are taken away, and writes where it continues. */
    public void released(Set<Integer> partitions) {
        writer.writeProgress(channels.release(partitions));
        Log.infof(
                "Partitions released partitions=%s channels=%d",
                new TreeSet<>(partitions), channels.all().size());
    }

    /** Whether another compositor may take over. */
    public boolean hasOthers() {
        return topics.owners().all().stream()
                .anyMatch(owner -> !owner.instance().equals(self.name()));
    }

    private void announce(int partition) {
        ChannelOwner owner = new ChannelOwner(self.url(), self.name(), epochs.getOrDefault(partition, 1L));
        trying(() -> writer.announce(partition, owner));
    }

    /** Channel {@code main} exists from the start, with the avatar of the configuration. */
    private boolean isMainNew() {
        ChannelRecord known = topics.records().get(Channels.DEFAULT);
        return known == null
                || (known.createdBy().equals(CONFIGURED) && !known.avatar().equals(mainAvatar));
    }

    private static void trying(Runnable writing) {
        try {
            writing.run();
        } catch (AvatarException e) {
            Log.errorf("Record not written error=%s", e.getMessage());
        }
    }
}
