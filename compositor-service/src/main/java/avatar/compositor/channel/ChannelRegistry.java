package avatar.compositor.channel;

import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechProgress;
import avatar.pictures.playback.Continuation;
import avatar.pictures.playback.RecentIds;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The channels that this compositor runs, by id: those of its partitions. Which exist is kept by a {@link
 * ChannelStore}, which notifies this of every channel, its own included. Thread-safe.
 */
@ApplicationScoped
public class ChannelRegistry {

    /** Called for each channel that exists when it is added, and for each opened or closed later. */
    public interface Listener {
        void opened(LiveChannel channel);

        void closed(LiveChannel channel);
    }

    /** The result of {@link #create}. */
    public record Created(LiveChannel channel, boolean isNew) {}

    private static final int REMEMBERED_UTTERANCES = 1000;
    private static final int MAX_LISTED = 10;

    private final ConcurrentMap<String, LiveChannel> channels = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final RecentIds stoppedByDeletion = new RecentIds(REMEMBERED_UTTERANCES);
    private final ReentrantLock writing = new ReentrantLock();
    private final AvatarFolder avatars;
    private final LiveChannel.Parts parts;
    private final Departures departures;
    private final Instance<ChannelStore> store;
    private final int maxChannels;

    private volatile OwnedPartitions owned = OwnedPartitions.NONE;

    ChannelRegistry(
            AvatarFolder avatars,
            LiveChannel.Parts parts,
            Departures departures,
            Instance<ChannelStore> store,
            ChannelConfig config) {
        this.avatars = avatars;
        this.parts = parts;
        this.departures = departures;
        this.store = store;
        this.maxChannels = config.maxChannels();
    }

    /**
     * The channel with that id and avatar, created if it does not exist. Blocks until Kafka has it.
     *
     * @throws AvatarException if the id is invalid or of another compositor, the avatar or room for a channel is
     *     absent, or the channel has another avatar
     */
    public Created create(String id, String avatar) {
        requireOwned(Channels.requireValid(id));
        writing.lock();
        try {
            LiveChannel present = channels.get(id);
            if (present != null) {
                requireAvatar(present, avatar);
                return new Created(present, false);
            }
            avatars.require(avatar);
            if (channels.size() >= maxChannels) {
                throw new AvatarException(
                        ErrorCode.TOO_MANY_CHANNELS,
                        "There are %d channels, as many as avatar.channel.max-channels allows"
                                .formatted(channels.size()));
            }
            store.get().create(id, avatar);
            return new Created(require(id), true);
        } finally {
            writing.unlock();
        }
    }

    private static void requireAvatar(LiveChannel present, String avatar) {
        if (!present.avatarId().equals(avatar)) {
            throw new AvatarException(
                    ErrorCode.CHANNEL_TAKEN,
                    "Channel '%s' shows avatar '%s', not '%s'; delete it first"
                            .formatted(present.name(), present.avatarId(), avatar));
        }
    }

    /**
     * Deletes a channel; its streams end, and its speech is stopped. Blocks until Kafka has it.
     *
     * @throws AvatarException if it does not exist, or is of another compositor
     */
    public void delete(String id) {
        writing.lock();
        try {
            require(id);
            store.get().delete(id);
            Log.infof("Channel deleted channelId=%s", id);
        } finally {
            writing.unlock();
        }
    }

    /** Opens a channel that exists, unless it is of another compositor; one with another avatar is closed before. */
    public synchronized void show(String id, String avatar) {
        LiveChannel present = channels.get(id);
        if (!owned.has(id) || (present != null && present.avatarId().equals(avatar))) {
            return;
        }
        if (present != null) {
            close(present);
        }
        open(id, avatar, null);
    }

    /** Closes a channel that does not exist any more. */
    public synchronized void forget(String id) {
        LiveChannel present = channels.get(id);
        if (present != null) {
            close(present);
        }
    }

    /**
     * Opens the channels of partitions that are this compositor's from now on.
     *
     * @param count of all partitions
     * @param existing the avatar of every channel that exists
     * @param before what was said on a channel
     */
    public synchronized void gain(
            Set<Integer> partitions, int count, Map<String, String> existing, Function<String, Continuation> before) {
        OwnedPartitions gained = OwnedPartitions.NONE.with(partitions, count);
        owned = owned.with(partitions, count);
        existing.forEach((id, avatar) -> {
            if (gained.has(id) && !channels.containsKey(id)) {
                open(id, avatar, before.apply(id));
            }
        });
    }

    /**
     * Hands over the channels of partitions that are another compositor's from now on. Their viewers see them idle
     * until they are gone, for some seconds.
     *
     * @return where the speech of each that speaks continues
     */
    public synchronized Map<String, SpeechProgress> release(Set<Integer> partitions) {
        OwnedPartitions lost = OwnedPartitions.NONE.with(partitions, owned.count());
        owned = owned.without(partitions);
        Map<String, CompletableFuture<Optional<SpeechProgress>>> stopped = new HashMap<>();
        for (LiveChannel channel : all()) {
            if (lost.has(channel.name())) {
                channels.remove(channel.name());
                listeners.forEach(listener -> listener.closed(channel));
                stopped.put(channel.name(), channel.channel().handOver().toCompletableFuture());
                departures.add(channel);
            }
        }
        Map<String, SpeechProgress> progress = new HashMap<>();
        stopped.forEach((id, reached) -> reached.join().ifPresent(spoken -> progress.put(id, spoken)));
        return progress;
    }

    /**
     * Closes a silent channel and opens it again with the current edition of its avatar. Its viewers have to
     * connect again, since the size or the frames may differ.
     */
    synchronized void reopen(LiveChannel old) {
        if (channels.get(old.name()) == old && old.channel().isSilent()) {
            close(old);
            Log.infof("Channel reopened with its new avatar channelId=%s avatar=%s", old.name(), old.avatarId());
            open(old.name(), old.avatarId(), null);
        }
    }

    /** Whether an utterance ended with its channel: a new channel with the same id must not play the rest of it. */
    public boolean wasStoppedByDeletion(String utteranceId) {
        return stoppedByDeletion.contains(utteranceId);
    }

    public synchronized void addListener(Listener listener) {
        listeners.add(listener);
        channels.values().forEach(listener::opened);
    }

    /** Whether Kafka has assigned partitions yet, be it none. */
    public boolean isAssigned() {
        return owned.count() > 0;
    }

    /** All channels, in the order of their ids. */
    public List<LiveChannel> all() {
        List<LiveChannel> all = new ArrayList<>(channels.values());
        all.sort(Comparator.comparing(LiveChannel::name));
        return all;
    }

    public Optional<LiveChannel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /**
     * The channel with that id.
     *
     * @throws AvatarException if the id is invalid or unknown, or the channel is of another compositor
     */
    public LiveChannel require(String id) {
        requireOwned(Channels.requireValid(id));
        return find(id).orElseThrow(() -> refusal(id));
    }

    private void requireOwned(String id) {
        if (!owned.has(id)) {
            throw elsewhere(id);
        }
    }

    /** Why a channel that was here is not any more: it is another compositor's, or was deleted. */
    public AvatarException refusal(String id) {
        return owned.has(id) ? new AvatarException(ErrorCode.NOT_FOUND, absent(id)) : elsewhere(id);
    }

    private AvatarException elsewhere(String id) {
        String owner = store.get().ownerOf(id);
        return new AvatarException(
                ErrorCode.CHANNEL_ELSEWHERE,
                owner == null
                        ? "No compositor runs channel '%s' yet; try again".formatted(id)
                        : "Channel '%s' is not run here; the last known address is %s".formatted(id, owner));
    }

    /** A message for clients: there is no such channel, and which exist. */
    public String absent(String id) {
        List<String> ids = all().stream().map(LiveChannel::name).toList();
        String listed = String.join(", ", ids.subList(0, Math.min(MAX_LISTED, ids.size())));
        return "no channel '%s'; there is %s%s"
                .formatted(
                        id,
                        ids.isEmpty() ? "none" : listed,
                        ids.size() > MAX_LISTED ? " and %d more".formatted(ids.size() - MAX_LISTED) : "");
    }

    /** @param before what another process has said on it; null if it is new */
    private void open(String id, String avatar, @Nullable Continuation before) {
        LiveChannel opened = new LiveChannel(id, avatar, parts);
        if (before != null) {
            opened.channel().resume(before);
        }
        channels.put(id, opened);
        listeners.forEach(listener -> listener.opened(opened));
        var _ = opened.open();
        Log.infof("Channel opened channelId=%s avatar=%s", id, avatar);
    }

    private void close(LiveChannel closed) {
        channels.remove(closed.name());
        var _ = closed.close().thenAccept(ids -> ids.forEach(stoppedByDeletion::add));
        listeners.forEach(listener -> listener.closed(closed));
    }
}
