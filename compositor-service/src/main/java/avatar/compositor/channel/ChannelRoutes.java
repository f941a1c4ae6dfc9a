package avatar.compositor.channel;

import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/channels}: lists, creates and deletes the channels that run here. */
@ApplicationScoped
class ChannelRoutes {

    private static final String PATH = "/api/v1/channels";
    private static final String ONE = PATH + "/:name";
    private static final int MAX_BODY_BYTES = 4096;

    private final ChannelRegistry channels;

    ChannelRoutes(ChannelRegistry channels) {
        this.channels = channels;
    }

    void register(@Observes Router router) {
        Answers.route(router.get(PATH), this::list);
        Answers.blockingRoute(
                router.post(PATH).handler(Answers.body(MAX_BODY_BYTES)).handler(Answers::requireJson), this::create);
        Answers.route(router.get(ONE), request -> answer(request, Answers.OK, channels.require(name(request))));
        Answers.blockingRoute(router.delete(ONE), this::delete);
        Answers.route(router.route(PATH), request -> RouteProblems.refuseMethod(request, "GET, POST"));
        Answers.route(router.route(ONE), request -> RouteProblems.refuseMethod(request, "GET, DELETE"));
    }

    private void list(RoutingContext request) {
        Answers.json(
                request,
                Answers.OK,
                new ChannelList(channels.all().stream().map(ChannelView::of).toList()));
    }

    private void create(RoutingContext request) {
        NewChannel order = order(request);
        ChannelRegistry.Created created = channels.create(order.id(), order.avatar());
        request.response().putHeader(HttpHeaders.LOCATION, PATH + "/" + order.id());
        answer(request, created.isNew() ? Answers.CREATED : Answers.OK, created.channel());
    }

    private void delete(RoutingContext request) {
        channels.delete(name(request));
        request.response().setStatusCode(Answers.NO_CONTENT).end();
    }

    private static NewChannel order(RoutingContext request) {
        Buffer body = request.body().buffer();
        return NewChannel.parse(body == null ? new byte[0] : body.getBytes());
    }

    private static String name(RoutingContext request) {
        return Answers.part(request, "name");
    }

    private static void answer(RoutingContext request, int status, LiveChannel channel) {
        Answers.json(request, status, ChannelView.of(channel));
    }

    private record ChannelList(List<ChannelView> channels) {}

    /**
     * A channel as the API describes it.
     *
     * @param trouble why it can't show its avatar; null if it can
     * @param speaking id of the utterance that is spoken; null if none is
     * @param waiting utterances behind it
     */
    private record ChannelView(
            String id,
            String avatar,
            String state,
            @Nullable String trouble,
            int viewers,
            @Nullable String speaking,
            int waiting) {

        static ChannelView of(LiveChannel channel) {
            return new ChannelView(
                    channel.name(),
                    channel.avatarId(),
                    channel.state(),
                    channel.trouble().orElse(null),
                    channel.channel().viewers(),
                    channel.channel().speaking(),
                    channel.channel().waiting());
        }
    }
}
