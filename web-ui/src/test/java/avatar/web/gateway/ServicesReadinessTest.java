package avatar.web.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.fake.FakeServices;
import avatar.web.owner.OwnerDirectory;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
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

    @SuppressWarnings("NullAway.Init")
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        settings = services.start();
        readiness = readiness(settings);
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

    @Test
    void isReadyWhenAnyInstanceOfEachServiceIs() {
        Map<String, String> changed = new HashMap<>(settings);
        changed.compute("avatar.gateway.tts-url", (key, url) -> "http://localhost:1," + url);

        assertThat(readiness(changed).call().await().indefinitely().getStatus()).isEqualTo(Status.UP);
    }

    private ServicesReadiness readiness(Map<String, String> settings) {
        GatewayConfig config = config(settings);
        return new ServicesReadiness(
                config,
                new Services(config, new OwnerDirectory()),
                new Inquiry(new Connector(config, new Connections(config).client(vertx))));
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
