package avatar.web.edge;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class OriginTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SPEECH = "/api/v1/channels/main/speech";

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    private final List<HttpServerRequest> asked = new ArrayList<>();

    @BeforeEach
    void reset() {
        services.reset();
        services.tts.answer(request -> {
            asked.add(request);
            request.response().setStatusCode(202).end();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://avatar.example, same-origin",
        "https://avatar.example, ",
        "http://avatar.example:80, ",
        ", same-origin",
        ", none",
        ", ",
    })
    void letsTheOwnPageAndProgramsSpeak(@Nullable String origin, @Nullable String site) {
        post(origin, site).then().statusCode(202);

        assertThat(asked.getFirst().headers().names()).doesNotContain("origin", "sec-fetch-site", "Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, cross-site",
        "http://evil.example, ",
        "http://avatar.example:8081, same-site",
        "http://avatar.example:8081, ",
        "http://sub.avatar.example, same-site",
        "http://avatar.example.evil.example, ",
        "null, cross-site",
        "null, ",
        "'', ",
        ", cross-site",
        ", same-site",
    })
    void refusesToSpeakForOtherPages(@Nullable String origin, @Nullable String site) {
        post(origin, site)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:ORIGIN_NOT_ALLOWED"));

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "MOVE"})
    void refusesEveryMethodThatMayChangeSomething(String method) {
        given().header("Origin", "http://evil.example")
                .request(method, SPEECH)
                .then()
                .statusCode(403);

        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAFormWithAFile() {
        given().header("Origin", "http://evil.example")
                .multiPart("text", "Hello")
                .multiPart("audio", "a.wav", new byte[100])
                .post(SPEECH)
                .then()
                .statusCode(403);

        assertThat(asked).isEmpty();
    }

    @Test
    void letsOthersShowPictures() {
        given().header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Dest", "image")
                .get("/snapshot/main.jpg")
                .then()
                .statusCode(200)
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void letsPagesOfTheSettingsCall() {
        String friend = services.foreign.origin("friend");

        Headers answer = given().header("Origin", friend)
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .post(SPEECH)
                .then()
                .statusCode(202)
                .extract()
                .headers();

        assertThat(answer.getValue("Access-Control-Allow-Origin")).isEqualTo(friend);
        assertThat(answer.getValue("Access-Control-Expose-Headers")).contains("Location");
        assertThat(answer.getValue("Vary")).isEqualToIgnoringCase("origin");
    }

    @Test
    void answersThePreflightOfPagesOfTheSettings() {
        preflight(services.foreign.origin("friend"))
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(services.foreign.origin("friend")));
        preflight(services.foreign.origin("stranger"))
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "text/plain", FORM, "application/jsonx", "x"})
    void refusesABodyThatSaysItIsSomethingElse(@Nullable String type) {
        RequestSpecification request = given().config(
                        config().encoderConfig(encoderConfig().encodeContentTypeAs(FORM, ContentType.TEXT)))
                .body("{}".getBytes(UTF_8));
        request = type == null ? request.noContentType() : request.header("Content-Type", type);

        request.post(SPEECH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:UNSUPPORTED_MEDIA_TYPE"))
                .body("detail", startsWith("Invalid content type of the body: found "))
                .body("detail", endsWith("add -H 'Content-Type: application/json'"));
        assertThat(asked).isEmpty();
    }

    @Test
    void needsNoContentTypeWithoutABody() {
        given().delete(SPEECH).then().statusCode(202);
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options(SPEECH);
    }

    private static Response post(@Nullable String origin, @Nullable String site) {
        RequestSpecification request = given().header("Host", "avatar.example").contentType("application/json");
        if (origin != null) {
            request = request.header("Origin", origin);
        }
        if (site != null) {
            request = request.header("Sec-Fetch-Site", site);
        }
        return request.body("{}").post(SPEECH);
    }
}
