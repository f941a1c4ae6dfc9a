package avatar.compositor.stream;

import avatar.compositor.channel.ChannelRegistry;
import avatar.compositor.channel.LiveChannel;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.problem.RouteProblems;
import avatar.kit.time.NanoClock;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Channel;
import avatar.pictures.playback.Frame;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Consumer;

/** What is served: two streams and a still of each channel, and the state of all. */
@ApplicationScoped
class StreamRoutes {

    private static final String MJPEG = ".mjpeg";
    private static final String JPG = ".jpg";

    private final Audiences audiences;
    private final ChannelRegistry channels;
    private final Admission admission;

    StreamRoutes(Audiences audiences, ChannelRegistry channels, StreamConfig config, NanoClock nanos) {
        this.audiences = audiences;
        this.channels = channels;
        this.admission = new Admission(config, nanos);
    }

    void register(@Observes Router router) {
        route(router, "/stream/:name", request -> watch(request, channelOf(request, MJPEG), false));
        route(router, "/av/:name", request -> watch(request, channelOf(request, ""), true));
        route(router, "/snapshot/:name", request -> snapshot(request, channelOf(request, JPG)));
        route(router, "/state", this::state);
        router.route().last().handler(RouteProblems::answerNotFound);
    }

    private static void route(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).handler(RouteProblems::requireRead).handler(handler).failureHandler(RouteProblems::answer);
    }

    private void watch(RoutingContext request, LiveChannel channel, boolean hears) {
        String program = request.request().getHeader(HttpHeaders.USER_AGENT);
        StreamOptions options = StreamOptions.of(request.queryParams(), hears, program);
        if (isHead(request)) {
            live(request)
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, Part.CONTENT_TYPE)
                    .end();
            return;
        }
        admission.admit(live(request), channel, audiences.require(channel.name()), options);
    }

    private void snapshot(RoutingContext request, LiveChannel channel) {
        var context = request.vertx().getOrCreateContext();
        var _ = channel.open().whenComplete((opened, failure) -> {
            if (failure != null) {
                context.runOnContext(_ -> request.fail(failure));
            } else {
                opened.join(stillFor(request, channel.name(), context::runOnContext));
            }
        });
    }

    private Channel.JoiningViewer stillFor(RoutingContext request, String channel, Consumer<Handler<Void>> thread) {
        return new Channel.JoiningViewer() {
            @Override
            public void start(Frame frame, List<AudioClip> audio) {
                thread.accept(_ -> still(request, frame));
            }

            @Override
            public void reject() {
                thread.accept(_ -> request.fail(channels.refusal(channel)));
            }
        };
    }

    private static void still(RoutingContext request, Frame frame) {
        if (request.response().closed()) {
            return;
        }
        byte[] jpeg = new byte[frame.picture().jpeg().remaining()];
        frame.picture().jpeg().get(frame.picture().jpeg().position(), jpeg);
        HttpServerResponse response = live(request)
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(jpeg.length))
                .putHeader("X-Timestamp", Part.timestamp(frame.due()))
                .putHeader("X-Frame", Integer.toString(frame.index()));
        if (isHead(request)) {
            response.end();
        } else {
            response.end(Buffer.buffer(jpeg));
        }
    }

    private void state(RoutingContext request) {
        StateView state = new StateView(channels.all().stream()
                .map(channel -> StateView.ChannelView.of(
                        channel,
                        audiences.find(channel.name()).stream()
                                .flatMap(ChannelAudience::subscriptions)
                                .toList()))
                .toList());
        live(request)
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Buffer.buffer(Json.write(state)));
    }

    private LiveChannel channelOf(RoutingContext request, String suffix) {
        String name = request.pathParam("name");
        if (name == null || !name.endsWith(suffix)) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND, "'%s' must end in '%s'".formatted(request.normalizedPath(), suffix));
        }
        return channels.require(name.substring(0, name.length() - suffix.length()));
    }

    /** Forbids caches and proxies to keep a live stream. */
    private static RoutingContext live(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-cache, must-revalidate")
                .putHeader("Pragma", "no-cache")
                .putHeader(HttpHeaders.EXPIRES, "0")
                .putHeader("X-Accel-Buffering", "no");
        return request;
    }

    private static boolean isHead(RoutingContext request) {
        return request.request().method().equals(HttpMethod.HEAD);
    }
}
