package avatar.compositor.stream;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.jpeg.JpegScaler;
import avatar.pictures.playback.Audience;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Channel;
import avatar.pictures.playback.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The viewers of one channel, each in the size it requested. Thread-safe. */
final class ChannelAudience implements Audience {

    private final Channel channel;
    private final Limits limits;
    private final Executor scalers;
    private final Viewers original = new Viewers();
    private final Map<Variant, Rendition> renditions = new HashMap<>();
    private final Map<Rendition, Integer> users = new HashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong droppedByFormerViewers = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();

    /** Most viewers of one channel, and most sizes and qualities beside its own. */
    record Limits(int viewers, int variants) {}

    /** @param scalers where frames are scaled */
    ChannelAudience(Channel channel, Limits limits, Executor scalers) {
        this.channel = channel;
        this.limits = limits;
        this.scalers = scalers;
        channel.attach(this);
    }

    /**
     * Keeps a place for one more; {@link #leave} or {@link #giveUp} frees it.
     *
     * @throws AvatarException {@link ErrorCode#TOO_MANY_VIEWERS}
     */
    void reserve() {
        if (taken.incrementAndGet() > limits.viewers()) {
            taken.decrementAndGet();
            throw new AvatarException(
                    ErrorCode.TOO_MANY_VIEWERS,
                    "Channel '%s' has %d viewers, as many as avatar.stream.max-viewers allows"
                            .formatted(channel.name(), limits.viewers()));
        }
    }

    /** Frees a reserved place. */
    void giveUp() {
        taken.decrementAndGet();
    }

    /**
     * Adds a viewer.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_OPTION} if the avatar is smaller than the requested size, or
     *     {@link ErrorCode#TOO_MANY_VIEWERS} if the size is new and there are as many others as are allowed
     */
    void join(Subscription subscription, Avatar avatar) {
        Variant variant = subscription.options().variant().of(avatar.width());
        if (variant.width() > avatar.width()) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "Option 'width' must be at most %d, the avatar's own, not '%d'"
                            .formatted(avatar.width(), variant.width()));
        }
        if (variant.equals(Variant.NONE)) {
            channel.join(joining(subscription, (frame, audio) -> original.add(subscription, frame, audio)));
        } else {
            Rendition rendition = enter(variant, avatar);
            channel.join(joining(subscription, (frame, audio) -> rendition.join(subscription, frame, audio)));
        }
    }

    /** @param avatar of the channel */
    void leave(Subscription subscription, Avatar avatar) {
        subscription.viewer().close();
        original.leave(subscription);
        exit(subscription, subscription.options().variant().of(avatar.width()));
        droppedByFormerViewers.addAndGet(subscription.viewer().status().dropped());
        if (subscription.viewer().cutOff() != null) {
            cutOff.incrementAndGet();
        }
        giveUp();
    }

    private synchronized Rendition enter(Variant variant, Avatar avatar) {
        if (!renditions.containsKey(variant) && renditions.size() >= limits.variants()) {
            throw new AvatarException(
                    ErrorCode.TOO_MANY_VIEWERS,
                    "Channel '%s' is watched in %d sizes and qualities, as many as avatar.stream.max-variants allows"
                            .formatted(channel.name(), renditions.size()));
        }
        Rendition rendition = renditions.computeIfAbsent(variant, wanted -> rendition(wanted, avatar));
        users.merge(rendition, 1, Integer::sum);
        return rendition;
    }

    private synchronized void exit(Subscription subscription, Variant variant) {
        Rendition rendition = renditions.get(variant);
        if (rendition == null) {
            return;
        }
        rendition.viewers().leave(subscription);
        if (users.merge(rendition, -1, Integer::sum) == 0) {
            users.remove(rendition);
            renditions.remove(variant);
            rendition.close();
        }
    }

    private Rendition rendition(Variant variant, Avatar avatar) {
        int width = variant.width() == 0 ? avatar.width() : variant.width();
        JpegScaler scaler = new JpegScaler(avatar.width(), avatar.height(), width, variant.quality());
        return new Rendition(scaler, avatar.frames().size(), scalers);
    }

    private synchronized List<Rendition> renditions() {
        return List.copyOf(renditions.values());
    }

    /** Includes viewers that wait for their first frame in another size: until then the channel must not be idle. */
    @Override
    public synchronized int size() {
        return original.size()
                + users.values().stream().mapToInt(count -> count).sum();
    }

    @Override
    public void show(Frame frame, List<AudioClip> audio) {
        if (original.size() > 0) {
            original.show(frame, audio);
        }
        renditions().forEach(rendition -> rendition.show(frame, audio));
    }

    @Override
    public void endUtterance(String utteranceId) {
        original.endUtterance(utteranceId);
        renditions().forEach(rendition -> rendition.endUtterance(utteranceId));
    }

    @Override
    public void end() {
        original.end();
        renditions().forEach(rendition -> rendition.viewers().end());
    }

    /** Frames that were replaced by newer ones before a viewer could take them. */
    long dropped() {
        return droppedByFormerViewers.get()
                + subscriptions()
                        .mapToLong(
                                subscription -> subscription.viewer().status().dropped())
                        .sum();
    }

    /** Viewers that the service disconnected. */
    long cutOff() {
        return cutOff.get();
    }

    Stream<Subscription> subscriptions() {
        return Stream.concat(
                original.subscriptions().stream(),
                renditions().stream().flatMap(rendition -> rendition.viewers().subscriptions().stream()));
    }

    private interface Start {
        void with(Frame frame, List<AudioClip> audio);
    }

    private static Channel.JoiningViewer joining(Subscription subscription, Start start) {
        return new Channel.JoiningViewer() {
            @Override
            public void start(Frame frame, List<AudioClip> audio) {
                if (!subscription.viewer().isClosed()) {
                    start.with(frame, audio);
                }
            }

            @Override
            public void reject() {
                subscription.viewer().end();
            }
        };
    }
}
