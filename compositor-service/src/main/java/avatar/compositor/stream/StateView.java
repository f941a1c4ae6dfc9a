package avatar.compositor.stream;

import avatar.compositor.channel.LiveChannel;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.playback.Channel;
import avatar.pictures.playback.ChannelCounters;
import avatar.pictures.playback.Pictures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code /state}. */
record StateView(List<ChannelView> channels) {

    /**
     * A channel.
     *
     * @param ready whether it shows frames, or would for a viewer
     * @param trouble why it shows none; null if it does
     * @param running null while it has no avatar
     */
    record ChannelView(
            String channel,
            String avatar,
            String state,
            boolean ready,
            @Nullable String trouble,
            @Nullable RunningView running,
            List<ViewerView> viewers) {

        static ChannelView of(LiveChannel channel, List<Subscription> subscriptions) {
            return new ChannelView(
                    channel.name(),
                    channel.avatarId(),
                    channel.state(),
                    channel.trouble().isEmpty() && !channel.isLoading(),
                    channel.trouble().orElse(null),
                    channel.pictures()
                            .map(pictures -> RunningView.of(channel.channel(), pictures))
                            .orElse(null),
                    subscriptions.stream().map(ViewerView::of).toList());
        }
    }

    /**
     * A channel that has its avatar.
     *
     * @param fps frames a second of the base video
     * @param shownFps frames shown to viewers in the latest full second
     * @param speaking id of the utterance that is spoken; null if none is
     * @param waiting utterances behind it
     */
    record RunningView(
            String avatar,
            int width,
            int height,
            double fps,
            int shownFps,
            FramesView frames,
            @Nullable String speaking,
            int waiting) {

        static RunningView of(Channel channel, Pictures pictures) {
            Avatar avatar = pictures.avatar();
            return new RunningView(
                    avatar.id(),
                    avatar.width(),
                    avatar.height(),
                    avatar.fps(),
                    channel.shownFps(),
                    FramesView.of(channel.counters()),
                    channel.speaking(),
                    channel.waiting());
        }
    }

    /** Frames since the channel's start. */
    record FramesView(long composed, long spliced, long late, long failed) {

        static FramesView of(ChannelCounters counters) {
            return new FramesView(counters.composed(), counters.spliced(), counters.late(), counters.failed());
        }
    }

    /**
     * A viewer.
     *
     * @param fps frames sent in the latest full second
     * @param dropped frames that newer ones replaced before they were sent
     * @param wantedFps null for all frames
     * @param width that was requested; null for the avatar's own
     * @param leadMs how long before it is heard sound is sent; null for as soon as it is known
     */
    record ViewerView(
            String id,
            String stream,
            int fps,
            long sent,
            long dropped,
            @Nullable Integer wantedFps,
            @Nullable Integer width,
            int quality,
            @Nullable Long leadMs) {

        static ViewerView of(Subscription subscription) {
            Viewer.Status status = subscription.viewer().status();
            StreamOptions options = subscription.options();
            int width = options.variant().width();
            return new ViewerView(
                    subscription.viewer().id(),
                    options.stream(),
                    status.fps(),
                    status.sent(),
                    status.dropped(),
                    options.fps(),
                    width == 0 ? null : width,
                    options.variant().quality(),
                    options.lead() == null ? null : options.lead().toMillis());
        }
    }
}
