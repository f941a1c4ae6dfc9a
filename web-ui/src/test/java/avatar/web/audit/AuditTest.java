package avatar.web.audit;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.web.access.KeysProfile;
import avatar.web.access.TestKeys;
import avatar.web.fake.FakeServices;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeysProfile.class)
@QuarkusTestResource(FakeServices.class)
class AuditTest {

    private static final Logger LOG = Logger.getLogger("avatar.audit");

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    MeterRegistry metrics;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        services.reset();
        LOG.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(handler);
    }

    @Test
    void saysWhoDidWhatAndWhatBecameOfItButNotWhatWasSaid() {
        services.tts.answer(request -> request.response().setStatusCode(202).end());
        speak("main", "speak main");

        await().untilAsserted(() -> assertThat(lines)
                .contains(
                        "action=\"POST /api/v1/channels/:channel/speech\" caller=\"key:%s\" address=127.0.0.1 outcome=202 channel=main"
                                .formatted(TestKeys.text("speak main").substring(3, 11))));
        assertThat(lines).noneMatch(line -> line.contains("secret plan"));
    }

    @Test
    void saysWhoWasRefused() {
        double before = refusals();
        speak("other", "speak main");
        given().get("/api/v1/voices");

        await().untilAsserted(() -> assertThat(lines)
                .anyMatch(line -> line.contains("outcome=403 channel=other"))
                .anyMatch(line -> line.contains("action=\"GET /api/v1/voices\" caller=\"unknown\"")
                        && line.endsWith("outcome=401")));
        assertThat(refusals()).isEqualTo(before + 1);
    }

    @Test
    void leavesOutWhatOnlyReads() {
        given().header("X-API-Key", TestKeys.text("watch")).get("/api/v1/voices");
        speak("main", "speak main");

        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("POST")));
        assertThat(lines).noneMatch(line -> line.contains("voices"));
    }

    private double refusals() {
        var counter =
                metrics.find("avatar.web.refused").tag("reason", "FORBIDDEN").counter();
        return counter == null ? 0 : requireNonNull(counter).count();
    }

    private static void speak(String channel, String key) {
        given().header("X-API-Key", TestKeys.text(key))
                .contentType("application/json")
                .body("{\"text\": \"The secret plan.\"}")
                .post("/api/v1/channels/%s/speech".formatted(channel));
    }
}
