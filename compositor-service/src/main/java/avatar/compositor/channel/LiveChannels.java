package avatar.compositor.channel;

import avatar.compositor.jpeg.JpegFormat;
import avatar.compositor.library.AvatarLibrary;
import avatar.compositor.library.AvatarsConfig;
import avatar.compositor.library.Bundles;
import avatar.compositor.library.Loan;
import avatar.compositor.playback.FrameScheduler;
import avatar.compositor.playback.PlaybackConfig;
import avatar.compositor.playback.RecentIds;
import avatar.compositor.playback.SpeechEvents;
import avatar.compositor.render.RenderConfig;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The channels of this service, by name. {@code main} is there from the start, others are made and deleted. */
@ApplicationScoped
public class LiveChannels {

    /** Hears which channels there are; first of those there are already. */
    public interface Listener {
        void opened(LiveChannel channel);

        void closed(LiveChannel channel);
    }

    private static final int REMEMBERED_UTTERANCES = 1000;
    private static final Duration LONGEST_BETWEEN_ROUNDS = Duration.ofSeconds(10);

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService loaders = Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("avatar-loader-", 1).factory());
    private final FrameScheduler scheduler = new FrameScheduler(cores);
    private final ConcurrentMap<String, LiveChannel> channels = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final RecentIds stoppedByDeletion = new RecentIds(REMEMBERED_UTTERANCES);

    /** Editions of avatars that can't be loaded: tried once, not in every round. */
    private final Map<String, String> unusable = new ConcurrentHashMap<>();

    private final ChannelConfig config;
    private final Duration keep;
    private final Bundles bundles;
    private final AvatarLibrary library;
    private final LiveChannel.Parts parts;

    LiveChannels(
            AvatarsConfig avatars,
            ChannelConfig config,
            RenderConfig render,
            PlaybackConfig playback,
            SpeechEvents events) {
        this.config = config;
        this.keep = avatars.keep();
        this.bundles = new Bundles(avatars.folder(), new JpegFormat(render.quality(), render.chroma()));
        this.library = new AvatarLibrary(
                AvatarLibrary.Source.of(bundles),
                render.strength(),
                config.mouthCache().asLongValue(),
                loaders,
                System::nanoTime);
        this.parts = new LiveChannel.Parts(library, scheduler, playback, events, config.retryEvery());
        open(Channels.DEFAULT, config.avatar());
    }

    void start(@Observes StartupEvent event) {
        Duration round = config.restAfter().dividedBy(4);
        scheduler.every(round.compareTo(LONGEST_BETWEEN_ROUNDS) < 0 ? round : LONGEST_BETWEEN_ROUNDS, this::tidy);
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.close();
        loaders.shutdownNow();
    }

    /** What {@link #create} did. */
    public record Created(LiveChannel channel, boolean isNew) {}

    /**
     * The channel of that name with that avatar, made if there is none.
     *
     * @throws AvatarException if the name is none, there is no such avatar, the channel has another one, or there are too
     *     many channels
     */
    public synchronized Created create(String name, String avatar) {
        Channels.requireValid(name);
        LiveChannel present = channels.get(name);
        if (present != null) {
            if (!present.avatarId().equals(avatar)) {
                throw new AvatarException(
                        ErrorCode.CHANNEL_TAKEN,
                        "Channel '%s' shows avatar '%s', not '%s'; delete it first"
                                .formatted(name, present.avatarId(), avatar));
            }
            return new Created(present, false);
        }
        requireAvatar(avatar);
        if (channels.size() >= config.maxChannels()) {
            throw new AvatarException(
                    ErrorCode.TOO_MANY_CHANNELS,
                    "There are %d channels, as many as avatar.channel.max-channels allows".formatted(channels.size()));
        }
        return new Created(open(name, avatar), true);
    }

    /**
     * Ends a channel, for all who watch it or speak on it.
     *
     * @throws AvatarException if there is none of that name
     */
    public synchronized void delete(String name) {
        LiveChannel deleted = require(name);
        channels.remove(name);
        var _ = deleted.close().thenAccept(ids -> ids.forEach(stoppedByDeletion::add));
        listeners.forEach(listener -> listener.closed(deleted));
        Log.infof("Channel deleted channelId=%s", name);
    }

    /** Whether an utterance ended with its channel: if the channel is made anew, the rest of it is not for the new one. */
    public boolean wasStoppedByDeletion(String utteranceId) {
        return stoppedByDeletion.contains(utteranceId);
    }

    public synchronized void addListener(Listener listener) {
        listeners.add(listener);
        channels.values().forEach(listener::opened);
    }

    /** All channels, in the order of their names. */
    public List<LiveChannel> all() {
        return channels.values().stream()
                .sorted(Comparator.comparing(LiveChannel::name))
                .toList();
    }

    public Optional<LiveChannel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    /**
     * The channel of that name.
     *
     * @throws AvatarException if there can be none or is none
     */
    public LiveChannel require(String name) {
        return find(Channels.requireValid(name))
                .orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, absent(name)));
    }

    /** Says that there is no such channel, and which there are. */
    public String absent(String name) {
        return "no channel '%s'; there is %s"
                .formatted(name, listed(all().stream().map(LiveChannel::name).toList()));
    }

    /**
     * Lets the id of an avatar that there is pass.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    public void requireAvatar(String avatar) {
        if (!bundles.contains(avatar)) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND,
                    "There is no avatar '%s'; there is %s".formatted(avatar, listed(bundles.ids())));
        }
    }

    /** Lends an avatar, in the memory that channels have it in, too. */
    public CompletionStage<Loan> borrow(String avatar) {
        return library.borrow(avatar);
    }

    private synchronized LiveChannel open(String name, String avatar) {
        LiveChannel opened = new LiveChannel(name, avatar, parts);
        channels.put(name, opened);
        listeners.forEach(listener -> listener.opened(opened));
        var _ = opened.open();
        Log.infof("Channel made channelId=%s avatar=%s", name, avatar);
        return opened;
    }

    private void tidy() {
        channels.values().forEach(channel -> channel.restAfter(config.restAfter()));
        renewAll();
        library.unload(keep.toNanos());
    }

    /**
     * Has channels show what their avatars have become, where one was made anew. One that speaks goes on with the old one until the
     * next round; one whose new avatar can't be loaded keeps the old one, too.
     */
    private void renewAll() {
        Map<String, String> editions = new HashMap<>();
        for (LiveChannel channel : channels.values()) {
            String edition = editions.computeIfAbsent(channel.avatarId(), library::edition);
            if (channel.isOlderThan(edition) && !edition.equals(unusable.get(channel.avatarId()))) {
                var _ = library.borrow(channel.avatarId())
                        .whenComplete((loan, failure) -> renew(channel, edition, loan, failure));
            }
        }
    }

    private void renew(LiveChannel channel, String edition, @Nullable Loan loan, @Nullable Throwable failure) {
        if (loan == null) {
            Log.warnf(
                    "Avatar was made anew, but can't be loaded; channels keep the old one avatar=%s error=%s",
                    channel.avatarId(), failure);
            unusable.put(channel.avatarId(), edition);
            return;
        }
        // Held until the channel has it, too.
        try (loan) {
            replace(channel);
        }
    }

    /** Begins a channel anew, unless it speaks: a picture of another size, or of other frames, is for viewers who come anew. */
    private synchronized void replace(LiveChannel old) {
        if (channels.get(old.name()) == old && old.channel().isSilent()) {
            channels.remove(old.name());
            var _ = old.close().thenAccept(ids -> ids.forEach(stoppedByDeletion::add));
            listeners.forEach(listener -> listener.closed(old));
            Log.infof("Channel begins anew with its new avatar channelId=%s avatar=%s", old.name(), old.avatarId());
            open(old.name(), old.avatarId());
        }
    }

    private static String listed(List<String> names) {
        int shown = Math.min(10, names.size());
        String listed = String.join(", ", names.subList(0, shown));
        return names.isEmpty()
                ? "none"
                : shown == names.size() ? listed : listed + " and %d more".formatted(names.size() - shown);
    }
}
