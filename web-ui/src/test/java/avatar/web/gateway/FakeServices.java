package avatar.web.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** The three services behind the gateway, faked. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    final FakeService tts = new FakeService(vertx, "tts-service");
    final FakeService viseme = new FakeService(vertx, "viseme-service");
    final FakeService compositor = new FakeService(vertx, "compositor-service");

    @Override
    public Map<String, String> start() {
        List.of(tts, viseme, compositor).forEach(FakeService::start);
        return Map.of(
                "avatar.gateway.tts-url", tts.url(),
                "avatar.gateway.viseme-url", viseme.url(),
                "avatar.gateway.compositor-url", compositor.url(),
                "avatar.gateway.answer-timeout", "1s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeServices.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    void reset() {
        List.of(tts, viseme, compositor).forEach(FakeService::reset);
    }
}
