package avatar.web.fake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Map;

/** Fakes of the three services behind the gateway. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    /** One thread, so that the fakes need no locks. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    public final FakeService tts = new FakeService(vertx, "tts-service");
    public final FakeService viseme = new FakeService(vertx, "viseme-service");
    public final FakeService compositor = new FakeService(vertx, "compositor-service");

    /** Pages of others, of which those of {@code friend} may call the API. */
    public final ForeignSite foreign = new ForeignSite(vertx);

    @Override
    public Map<String, String> start() {
        List.of(tts, viseme, compositor).forEach(FakeService::start);
        return Map.of(
                "avatar.gateway.tts-url", tts.url(),
                "avatar.gateway.viseme-url", viseme.url(),
                "avatar.gateway.compositor-url", compositor.url(),
                "avatar.gateway.management-offset", "0",
                "avatar.edge.hosts", "avatar.example",
                "avatar.edge.cors-origins", foreign.origin("friend"),
                // Nobody is there: a Kafka of this machine would announce compositors of its own.
                "kafka.bootstrap.servers", "localhost:1",
                "avatar.gateway.answer-timeout", "3s",
                "avatar.gateway.stream-timeout", "2s",
                "avatar.gateway.max-video", "4M");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeServices.class));
    }

    /** Starts a fake avatar behind the gateway. */
    public FakeAvatar avatar() {
        return new FakeAvatar(vertx, this);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    public void reset() {
        List.of(tts, viseme, compositor).forEach(FakeService::reset);
    }
}
