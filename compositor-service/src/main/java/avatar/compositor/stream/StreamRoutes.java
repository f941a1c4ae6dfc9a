package avatar.compositor.stream;

import avatar.compositor.channel.LiveChannels;
import avatar.compositor.playback.Frame;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What is served: two streams and a still of each channel, and the state of all. */
@ApplicationScoped
class StreamRoutes {

    private static final String MJPEG = ".mjpeg";
    private static final String JPG = ".jpg";

    private final Theatre theatre;
    private final LiveChannels channels;
    private final Viewer.Limits limits;
    private final int writeQueueBytes;
    private final AtomicLong viewerNumber = new AtomicLong();

    StreamRoutes(Theatre theatre, LiveChannels channels, StreamConfig config) {
        this.theatre = theatre;
        this.channels = channels;
        this.limits = new Viewer.Limits(
                config.stall().toNanos(), config.audioBacklog().asLongValue());
        this.writeQueueBytes = Math.toIntExact(config.writeQueue().asLongValue());
    }

    void register(@Observes Router router) {
        route(router, "/stream/:name", request -> watch(request, channelOf(request, MJPEG), false));
        route(router, "/av/:name", request -> watch(request, channelOf(request, ""), true));
        route(router, "/snapshot/:name", request -> snapshot(request, channelOf(request, JPG)));
        route(router, "/state", this::state);
        router.route().last().handler(Problems::answerNotFound);
    }

    private static void route(Router router, String path, io.vertx.core.Handler<RoutingContext> handler) {
        router.route(path).handler(Problems::requireRead).handler(handler).failureHandler(Problems::answer);
    }

    private void watch(RoutingContext request, String channel, boolean hears) {
        Viewers viewers = theatre.admit(channel);
        HttpServerResponse response = live(request).putHeader(HttpHeaders.CONTENT_TYPE, Part.CONTENT_TYPE);
        if (isHead(request)) {
            response.end();
            return;
        }
        response.setChunked(true);
        Viewer viewer = new Viewer(
                "v" + viewerNumber.incrementAndGet(),
                hears,
                new HttpWire(request, writeQueueBytes),
                limits,
                System::nanoTime);
        response.closeHandler(_ -> leave(viewers, viewer, channel));
        Log.infof("Viewer joined viewerId=%s channelId=%s stream=%s", viewer.id(), channel, hears ? "av" : "mjpeg");
        viewers.join(viewer);
    }

    private static void leave(Viewers viewers, Viewer viewer, String channel) {
        viewers.leave(viewer);
        Viewer.Status status = viewer.status();
        String reason = viewer.cutOff();
        Log.infof(
                "Viewer %s viewerId=%s channelId=%s sent=%d dropped=%d",
                reason == null ? "left" : "cut off, " + reason, viewer.id(), channel, status.sent(), status.dropped());
    }

    private void snapshot(RoutingContext request, String channel) {
        var context = request.vertx().getOrCreateContext();
        channels.require(channel).greet((frame, audio) -> context.runOnContext(_ -> still(request, frame)));
    }

    private static void still(RoutingContext request, Frame frame) {
        if (request.response().closed()) {
            return;
        }
        HttpServerResponse response = live(request)
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(frame.jpeg().length))
                .putHeader("X-Timestamp", Part.timestamp(frame.due()))
                .putHeader("X-Frame", Integer.toString(frame.index()));
        if (isHead(request)) {
            response.end();
        } else {
            response.end(Buffer.buffer(frame.jpeg()));
        }
    }

    private void state(RoutingContext request) {
        StateView state = new StateView(channels.all().stream()
                .map(status -> StateView.ChannelView.of(
                        status, theatre.of(status.name()).map(Viewers::status).orElse(List.of())))
                .toList());
        live(request).putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(Json.write(state)));
    }

    private static String channelOf(RoutingContext request, String suffix) {
        String name = request.pathParam("name");
        if (name == null || !name.endsWith(suffix)) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND, "'%s' must end in '%s'".formatted(request.normalizedPath(), suffix));
        }
        return name.substring(0, name.length() - suffix.length());
    }

    /** What is live must be kept by no cache and no proxy. */
    private static HttpServerResponse live(RoutingContext request) {
        return request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-cache, must-revalidate")
                .putHeader("Pragma", "no-cache")
                .putHeader(HttpHeaders.EXPIRES, "0")
                .putHeader("X-Accel-Buffering", "no");
    }

    private static boolean isHead(RoutingContext request) {
        return request.request().method().equals(HttpMethod.HEAD);
    }
}
