package avatar.web.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import avatar.web.access.KeysProfile;
import avatar.web.access.TestKeys;
import avatar.web.fake.FakeParts;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates and requests at once, behind a trusted proxy that says where requests come from. */
@QuarkusTest
@TestProfile(LimitsTest.BehindAProxy.class)
@QuarkusTestResource(FakeServices.class)
class LimitsTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI gateway;

    public static class BehindAProxy extends KeysProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
            settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
            settings.put("avatar.limits.requests-per-address", "5");
            settings.put("avatar.limits.requests-per-key", "8");
            settings.put("avatar.limits.failures-per-address", "3");
            settings.put("avatar.limits.open-requests-per-address", "2");
            return settings;
        }
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void limitsTheRequestsOfAnAddress() {
        for (int i = 0; i < 5; i++) {
            ask("192.0.2.1", "watch").statusCode(200);
        }

        ask("192.0.2.1", "watch")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", equalTo("urn:avatar:problem:RATE_LIMITED"));
        ask("192.0.2.2", "speak").statusCode(200);
    }

    @Test
    void limitsTheRequestsOfAKeyFromEverywhere() {
        for (int i = 0; i < 8; i++) {
            ask("198.51.100." + i, "manage").statusCode(200);
        }

        ask("198.51.100.9", "manage").statusCode(429);
    }

    @Test
    void letsAKeyInHoweverManyWithoutOneWereRefused() {
        for (int i = 0; i < 3; i++) {
            ask("127.0.0.1", "").statusCode(401);
        }
        ask("127.0.0.1", "").statusCode(429);
        ask("127.0.0.1", "speak main").statusCode(200);
    }

    @Test
    void limitsTheStreamsOfAnAddress() throws Exception {
        services.compositor.answer(request -> request.response()
                .setChunked(true)
                .putHeader("content-type", FakeParts.CONTENT_TYPE)
                .write(Buffer.buffer(FakeParts.OPENING).appendBuffer(FakeParts.part("part 1"))));
        HttpURLConnection first = stream("203.0.113.1");
        HttpURLConnection second = stream("203.0.113.1");
        assertThat(first.getResponseCode()).isEqualTo(200);
        assertThat(second.getResponseCode()).isEqualTo(200);

        assertThat(stream("203.0.113.1").getResponseCode()).isEqualTo(429);
        HttpURLConnection other = stream("203.0.113.2");
        assertThat(other.getResponseCode()).isEqualTo(200);

        first.disconnect();
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    HttpURLConnection third = stream("203.0.113.1");
                    assertThat(third.getResponseCode()).isEqualTo(200);
                    third.disconnect();
                });
        second.disconnect();
        other.disconnect();
    }

    private HttpURLConnection stream(String address) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                gateway.resolve("/stream/main.mjpeg").toURL().openConnection();
        connection.setRequestProperty("X-API-Key", TestKeys.text("watch main"));
        connection.setRequestProperty("X-Forwarded-For", address);
        return connection;
    }

    private static ValidatableResponse ask(String address, String key) {
        var request = given().header("X-Forwarded-For", address);
        if (!key.isEmpty()) {
            request.header("X-API-Key", TestKeys.text(key));
        }
        return request.get("/api/v1/voices").then();
    }
}
