package avatar.web.gateway;

import avatar.contract.api.Management;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the whole system: up once an instance of each service behind the gateway has been ready at the same
 * time, and from
 * then on, so that the page stays available in a later outage and can report it.
 */
@Readiness
@Singleton
final class ServicesReadiness implements AsyncHealthCheck {

    private final Services services;
    private final Inquiry inquiry;

    private final int managementOffset;

    private volatile boolean wasReady;

    ServicesReadiness(GatewayConfig config, Services services, Inquiry inquiry) {
        this.managementOffset = config.managementOffset();
        this.services = services;
        this.inquiry = inquiry;
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

    /** Whether any instance is ready. All are asked at once: one that hangs must not hold up the answer. */
    private Future<Boolean> isReady(Upstream upstream) {
        List<Future<Buffer>> answers = services.inTurn(upstream).stream()
                .map(instance -> inquiry.ask(instance.management(managementOffset), Management.READINESS))
                .toList();
        return Future.any(answers).map(true).otherwise(false);
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
