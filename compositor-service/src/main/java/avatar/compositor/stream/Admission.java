package avatar.compositor.stream;

import avatar.compositor.channel.LiveChannel;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.playback.Pictures;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Connects viewers to their channel, once it has its avatar, and removes them when they leave. */
final class Admission {

    private final Viewer.Limits limits;
    private final int writeQueueBytes;
    private final LongSupplier nanos;
    private final AtomicLong viewerNumber = new AtomicLong();

    /** @param nanos as {@link System#nanoTime} */
    Admission(StreamConfig config, LongSupplier nanos) {
        this.nanos = nanos;
        this.limits = new Viewer.Limits(
                config.writeTimeout().toNanos(), config.audioBacklog().asLongValue());
        this.writeQueueBytes = Math.toIntExact(config.writeQueue().asLongValue());
    }

    /** Answers the request with a stream, or with a problem. */
    void admit(RoutingContext request, LiveChannel channel, ChannelAudience audience, StreamOptions options) {
        audience.reserve();
        var context = request.vertx().getOrCreateContext();
        var _ = channel.open()
                .whenComplete((_, failure) -> context.runOnContext(_ -> {
                    try {
                        if (failure != null) {
                            throw failure;
                        }
                        begin(request, channel, audience, options);
                    } catch (Throwable e) {
                        audience.giveUp();
                        request.fail(e);
                    }
                }));
    }

    /** The connection of a viewer that left while the avatar was loaded calls the close handler at once. */
    private void begin(RoutingContext request, LiveChannel channel, ChannelAudience audience, StreamOptions options) {
        HttpServerResponse response = request.response();
        Avatar avatar = channel.pictures()
                .map(Pictures::avatar)
                .orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, "The channel was deleted"));
        Viewer viewer =
                new Viewer("v" + viewerNumber.incrementAndGet(), new HttpWire(request, writeQueueBytes), limits, nanos);
        Subscription subscription = new Subscription(viewer, options, avatar.fps());
        audience.join(subscription, avatar);
        Log.infof("Viewer joined viewerId=%s channelId=%s stream=%s", viewer.id(), channel.name(), options.stream());
        response.closeHandler(_ -> leave(subscription, channel, audience, avatar));
        response.putHeader(HttpHeaders.CONTENT_TYPE, Part.CONTENT_TYPE).setChunked(true);
        // Before the first part: that one is written on this very thread, a moment later.
        var _ = response.write(Part.OPENING);
        if (response.closed()) {
            leave(subscription, channel, audience, avatar);
        }
    }

    private static void leave(Subscription subscription, LiveChannel channel, ChannelAudience audience, Avatar avatar) {
        if (!subscription.leaves()) {
            return;
        }
        audience.leave(subscription, avatar);
        Viewer.Status status = subscription.viewer().status();
        String reason = subscription.viewer().cutOff();
        Log.infof(
                "Viewer %s viewerId=%s channelId=%s sent=%d dropped=%d",
                reason == null ? "left" : "disconnected, " + reason,
                subscription.viewer().id(),
                channel.name(),
                status.sent(),
                status.dropped());
    }
}
