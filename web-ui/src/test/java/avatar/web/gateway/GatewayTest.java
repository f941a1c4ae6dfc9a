package avatar.web.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class GatewayTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @BeforeEach
    void reset() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/channels/main/speech, tts-service",
        "/api/v1/channels/main/events, tts-service",
        "/api/v1/channels, compositor-service",
        "/api/v1/channels/main, compositor-service",
        "/api/v1/utterances/42, tts-service",
        "/api/v1/utterances/42/timeline, compositor-service",
        "/api/v1/utterances/42/audio.wav, compositor-service",
        "/api/v1/renders, compositor-service",
        "/api/v1/renders/42, compositor-service",
        "/api/v1/renders/42.mp4, compositor-service",
        "/api/v1/avatars, compositor-service",
        "/api/v1/avatars/default/visemes/Aa.png, compositor-service",
        "/api/v1/setups, compositor-service",
        "/api/v1/setups/42/events, compositor-service",
        "/api/v1/voices, tts-service",
        "/api/v1/visemes, viseme-service",
        "/api/v1/visemes/Aa.jpg, viseme-service",
        "/api/v1/timelines, viseme-service",
        "/stream/main.mjpeg, compositor-service",
        "/av/main, compositor-service",
        "/snapshot/main.jpg?width=80, compositor-service",
        "/state, compositor-service",
    })
    void asksTheServiceThatAnswersThePath(String path, String service) {
        given().get(path).then().statusCode(200).body(equalTo("%s GET %s".formatted(service, path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/channels/main/nothing", "/api/v2/voices", "/api/"})
    void answersAnUnknownPathWithAProblem(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:NOT_FOUND"))
                .body("detail", equalTo("No service answers '%s'".formatted(path)));
    }

    @Test
    void passesTheBodyAndTheAnswerOnAsTheyAre() {
        services.tts.answer(request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(422)
                        .putHeader("content-type", "application/problem+json")
                        .end("%s %s %s".formatted(request.method(), request.getHeader("content-type"), body))));

        Response answer = given().contentType("application/json")
                .body("{\"text\":\"Grüße\"}")
                .post("/api/v1/channels/main/speech");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asString()).startsWith("POST application/json").endsWith("{\"text\":\"Grüße\"}");
    }

    @Test
    void forwardsTheCallersAddressAndHost() throws Exception {
        CompletableFuture<HttpServerRequest> seen = new CompletableFuture<>();
        services.tts.answer(request -> {
            seen.complete(request);
            request.response().end();
        });

        given().header("Host", "avatar.example")
                .header("X-Forwarded-For", "192.0.2.1")
                .get("/api/v1/voices");

        HttpServerRequest request = seen.get(5, TimeUnit.SECONDS);
        assertThat(request.getHeader("X-Forwarded-For")).isEqualTo("192.0.2.1, 127.0.0.1");
        assertThat(request.getHeader("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(request.getHeader("X-Forwarded-Host")).isEqualTo("avatar.example");
    }

    @Test
    void hidesTheServicesAddressInLocation() {
        services.tts.answer(request -> request.response()
                .setStatusCode(202)
                .putHeader("location", services.tts.url() + "/api/v1/utterances/42")
                .putHeader("connection", "keep-alive")
                .end());

        Response answer = given().contentType("application/json").body("{}").post("/api/v1/channels/main/speech");

        assertThat(answer.header("location")).isEqualTo("/api/v1/utterances/42");
        assertThat(answer.header("connection")).isNull();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        services.tts.answer(request -> request.response().end("must not be asked"));

        given().contentType("application/json")
                .body("x".repeat(256 * 1024 + 1))
                .post("/api/v1/channels/main/speech")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:BODY_TOO_LARGE"))
                .body("detail", equalTo("The request's body must be at most 262144 bytes"));
    }

    @Test
    void passesARecordingOnAsItComes() {
        services.tts.answer(request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(202)
                        .end("%s %d".formatted(request.getHeader("content-type"), body.length()))));

        Response answer = given().contentType("multipart/form-data; boundary=x")
                .body(new byte[8 << 20])
                .post("/api/v1/channels/main/speech");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo("multipart/form-data; boundary=x 8388608");
    }

    @Test
    void refusesARecordingThatIsTooLarge() {
        services.tts.answer(request -> request.response().end("must not be asked"));

        given().contentType("multipart/form-data; boundary=x")
                .body(new byte[(9 << 20) + 1])
                .post("/api/v1/channels/main/speech")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:RECORDING_TOO_LARGE"))
                .body("detail", equalTo("An upload must be at most 9437184 bytes"));
    }

    @Test
    void refusesAVideoThatIsTooLarge() {
        services.compositor.answer(request -> request.response().end("must not be asked"));

        given().contentType("multipart/form-data; boundary=x")
                .body(new byte[(4 << 20) + 1])
                .post("/api/v1/avatars")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:avatar:problem:UPLOAD_TOO_LARGE"))
                .body("detail", equalTo("An upload must be at most 4194304 bytes"));
    }

    @Test
    void passesOnARangeOfARender() {
        services.compositor.answer(request -> request.response()
                .setStatusCode(206)
                .putHeader("content-range", "bytes 2-3/10")
                .end(String.valueOf(request.getHeader("range"))));

        given().header("Range", "bytes=2-3")
                .get("/api/v1/renders/42.mp4")
                .then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes 2-3/10"))
                .body(equalTo("bytes=2-3"));
    }

    @Test
    void namesTheServiceThatIsDownButNotItsAddress() {
        services.tts.stop();

        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/channels/main/speech")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:SERVICE_UNAVAILABLE"))
                .body("detail", equalTo("tts-service does not answer right now"));

        services.tts.start();
        given().get("/api/v1/voices").then().statusCode(200);
    }

    @Test
    void givesUpOnAServiceThatHangs() {
        services.compositor.answer(request -> {});

        given().get("/av/main")
                .then()
                .statusCode(503)
                .body("detail", equalTo("compositor-service does not answer right now"));
    }
}
