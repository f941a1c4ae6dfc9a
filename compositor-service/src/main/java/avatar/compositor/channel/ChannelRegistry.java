package avatar.compositor.channel;

import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import avatar.pictures.playback.RecentIds;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The channels of this replica, by id. {@code main} exists from the start; others are created and deleted. Thread-safe.
 */
@ApplicationScoped
public class ChannelRegistry {

    /** Called for each channel that exists when it is added, and for each created or deleted later. */
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
    private final AvatarFolder avatars;
    private final LiveChannel.Parts parts;
    private final int maxChannels;

    ChannelRegistry(AvatarFolder avatars, LiveChannel.Parts parts, ChannelConfig config) {
        this.avatars = avatars;
        this.parts = parts;
        this.maxChannels = config.maxChannels();
        open(Channels.DEFAULT, config.avatar());
    }

    /**
     * The channel with that id and avatar, created if it does not exist.
     *
     * @throws AvatarException if the id is invalid, the avatar or room for a channel is absent, or the channel has
     *     another avatar
     */
    public synchronized Created create(String id, String avatar) {
        Channels.requireValid(id);
        LiveChannel present = channels.get(id);
        if (present != null) {
            if (!present.avatarId().equals(avatar)) {
                throw new AvatarException(
                        ErrorCode.CHANNEL_TAKEN,
                        "Channel '%s' shows avatar '%s', not '%s'; delete it first"
                                .formatted(id, present.avatarId(), avatar));
            }
            return new Created(present, false);
        }
        avatars.require(avatar);
        if (channels.size() >= maxChannels) {
            throw new AvatarException(
                    ErrorCode.TOO_MANY_CHANNELS,
                    "There are %d channels, as many as avatar.channel.max-channels allows".formatted(channels.size()));
        }
        return new Created(open(id, avatar), true);
    }

    /**
     * Deletes a channel; its streams end, and its speech is stopped.
     *
     * @throws AvatarException if it does not exist
     */
    public synchronized void delete(String id) {
        close(require(id));
        Log.infof("Channel deleted channelId=%s", id);
    }

    /**
     * Closes a silent channel and opens it again with the current edition of its avatar. Its viewers have to
     * connect again, since the size or the frames may differ.
     */
    synchronized void reopen(LiveChannel old) {
        if (channels.get(old.name()) == old && old.channel().isSilent()) {
            close(old);
            Log.infof("Channel reopened with its new avatar channelId=%s avatar=%s", old.name(), old.avatarId());
            open(old.name(), old.avatarId());
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

    /** All channels, in the order of their ids. */
    public List<LiveChannel> all() {
        return channels.values().stream()
                .sorted(Comparator.comparing(LiveChannel::name))
                .toList();
    }

    public Optional<LiveChannel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /**
     * The channel with that id.
     *
     * @throws AvatarException if the id is invalid or unknown
     */
    public LiveChannel require(String id) {
        return find(Channels.requireValid(id)).orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, absent(id)));
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

    private synchronized LiveChannel open(String id, String avatar) {
        LiveChannel opened = new LiveChannel(id, avatar, parts);
        channels.put(id, opened);
        listeners.forEach(listener -> listener.opened(opened));
        var _ = opened.open();
        Log.infof("Channel opened channelId=%s avatar=%s", id, avatar);
        return opened;
    }

    private void close(LiveChannel closed) {
        channels.remove(closed.name());
        var _ = closed.close().thenAccept(ids -> ids.forEach(stoppedByDeletion::add));
        listeners.forEach(listener -> listener.closed(closed));
    }
}
