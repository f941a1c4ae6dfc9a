package avatar.web.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.fake.FakeServices;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesReadinessTest {

    private final FakeServices services = new FakeServices();
    private final Vertx vertx = Vertx.vertx();

    @SuppressWarnings("NullAway.Init")
    private ServicesReadiness readiness;

    @BeforeEach
    void start() {
        GatewayConfig config = config(services.start());
        readiness = new ServicesReadiness(config, new Connections(config).client(vertx));
    }

    @AfterEach
    void stop() {
        services.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isNotReadyBeforeAllServicesAre() {
        services.viseme.stop();
        services.compositor.answer(
                request -> request.response().setStatusCode(503).end());

        HealthCheckResponse report = readiness.call().await().indefinitely();

        assertThat(report.getStatus()).isEqualTo(Status.DOWN);
        assertThat(report.getData())
                .hasValue(Map.of("tts-service", "UP", "viseme-service", "DOWN", "compositor-service", "DOWN"));
    }

    @Test
    void staysReadyWhenAServiceGoesLaterAndSaysWhich() {
        assertThat(readiness.call().await().indefinitely().getStatus()).isEqualTo(Status.UP);

        services.tts.stop();
        HealthCheckResponse report = readiness.call().await().indefinitely();

        assertThat(report.getStatus()).isEqualTo(Status.UP);
        assertThat(report.getData())
                .hasValue(Map.of("tts-service", "DOWN", "viseme-service", "UP", "compositor-service", "UP"));
    }

    private static GatewayConfig config(Map<String, String> values) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter());
        values.forEach(config::withDefaultValue);
        return config.build().getConfigMapping(GatewayConfig.class);
    }
}
