package avatar.web.gateway;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the whole system: up once all services behind the gateway have been ready at the same time, and from
 * then on, so that the page stays available in a later outage and can report it.
 */
@Readiness
@Singleton
final class ServicesReadiness implements AsyncHealthCheck {

    private static final int OK = 200;

    private final GatewayConfig config;
    private final HttpClient client;

    private volatile boolean wasReady;

    ServicesReadiness(GatewayConfig config, HttpClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Map<Upstream, Future<Boolean>> answers = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            answers.put(upstream, isReady(upstream));
        }
        return Uni.createFrom()
                .completionStage(Future.join(answers.values().stream().toList())
                        .map(all -> report(answers))
                        .toCompletionStage());
    }

    private Future<Boolean> isReady(Upstream upstream) {
        RequestOptions request = upstream.request(config)
                .setURI("/q/health/ready")
                .setIdleTimeout(config.connectTimeout().toMillis());
        return client.request(request)
                .compose(HttpClientRequest::send)
                .map(answer -> answer.statusCode() == OK)
                .otherwise(false);
    }

    private HealthCheckResponse report(Map<Upstream, Future<Boolean>> answers) {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("services behind the gateway");
        answers.forEach((upstream, ready) -> report.withData(upstream.serviceName(), ready.result() ? "UP" : "DOWN"));
        if (answers.values().stream().allMatch(Future::result)) {
            wasReady = true;
        }
        return report.status(wasReady).build();
    }
}
