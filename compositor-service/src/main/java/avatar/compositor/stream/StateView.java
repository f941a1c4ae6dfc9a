package avatar.compositor.stream;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.channel.LiveChannels;
import avatar.compositor.playback.Channel;
import avatar.compositor.playback.ChannelCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code /state} answers. */
record StateView(List<ChannelView> channels) {

    /**
     * A channel.
     *
     * @param trouble why it shows nothing; null if it does
     * @param running null until its avatar is loaded
     */
    record ChannelView(
            String channel,
            boolean ready,
            @Nullable String trouble,
            @Nullable RunningView running,
            List<Viewer.Status> viewers) {

        static ChannelView of(LiveChannels.Status status, List<Viewer.Status> viewers) {
            return new ChannelView(
                    status.name(),
                    status.trouble().isEmpty(),
                    status.trouble().orElse(null),
                    status.running().map(RunningView::of).orElse(null),
                    viewers);
        }
    }

    /**
     * A channel that shows something.
     *
     * @param speaking id of the utterance that is being said; null if none is
     * @param waiting utterances behind it
     */
    record RunningView(
            String avatar,
            int width,
            int height,
            double fps,
            FramesView frames,
            @Nullable String speaking,
            int waiting) {

        static RunningView of(Channel channel) {
            Avatar avatar = channel.avatar();
            return new RunningView(
                    avatar.id(),
                    avatar.width(),
                    avatar.height(),
                    avatar.fps(),
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
}
