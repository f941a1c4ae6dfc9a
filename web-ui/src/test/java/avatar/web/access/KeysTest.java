package avatar.web.access;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import avatar.access.Grant;
import avatar.access.Link;
import avatar.access.Scope;
import avatar.access.Session;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, links and sessions at the gateway. */
@QuarkusTest
@TestProfile(KeysProfile.class)
@QuarkusTestResource(FakeServices.class)
class KeysTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void asksWhoeverHasNoKeyForOne() {
        given().get("/api/v1/voices")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:avatar:problem:UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/main.js", "/css/base.css", "/api/v1/openapi"})
    void thePageItselfIsPublic(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void takesAKeyInEitherHeader() {
        given().header("Authorization", "Bearer " + TestKeys.text("watch"))
                .get("/api/v1/voices")
                .then()
                .statusCode(200);
        given().header("X-API-Key", TestKeys.text("watch"))
                .get("/api/v1/voices")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "la_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAnUnknownKey(String key) {
        given().header("X-API-Key", key).get("/api/v1/voices").then().statusCode(401);
    }

    @Test
    void refusesAKeyWithAnotherSecret() {
        String other = TestKeys.text("watch").substring(0, 12)
                + TestKeys.text("manage").substring(12);

        given().header("X-API-Key", other).get("/api/v1/voices").then().statusCode(401);
    }

    @Test
    void knowsNewKeysAndForgetsRevokedOnesWithinTwoSeconds() {
        String key = TestKeys.create(Grant.everywhere(Scope.WATCH));
        await().atMost(ofSeconds(2)).until(() -> statusOf(key) == 200);

        TestKeys.revoke(key);

        await().atMost(ofSeconds(2)).until(() -> statusOf(key) == 401);
    }

    private static int statusOf(String key) {
        return given().header("X-API-Key", key).get("/api/v1/voices").statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "/stream/main/../other.mjpeg",
        "/stream/x/../other.mjpeg",
        "/stream//main/../other.mjpeg",
        "/stream/main%2F..%2Fother.mjpeg",
        "/stream/main/%2e%2e/other.mjpeg",
        "/stream/main;/other.mjpeg",
        "/api/v1/channels/main/../other",
    })
    void noPathLeadsToAnotherChannel(String path) {
        services.compositor.answer(request -> request.response().end("reached " + request.uri()));

        given().urlEncodingEnabled(false)
                .header("X-API-Key", TestKeys.text("watch main"))
                .get(path)
                .then()
                .body(not(containsString("reached")));
    }

    @Test
    void listsOnlyTheChannelsOfTheKey() {
        services.compositor.answer(request -> request.response()
                .putHeader("content-type", "application/json")
                .end(
                        "/state".equals(request.path())
                                ? "{\"channels\":[{\"channel\":\"main\"},{\"channel\":\"other\"}]}"
                                : "[{\"id\":\"main\"},{\"id\":\"other\"}]"));

        assertLists("watch main", "main");
        assertLists("watch", "main", "other");
    }

    private static void assertLists(String key, String... channels) {
        given().header("X-API-Key", TestKeys.text(key))
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(channels)));
        given().header("X-API-Key", TestKeys.text(key))
                .get("/state")
                .then()
                .statusCode(200)
                .body("channels.channel", equalTo(List.of(channels)));
    }

    @Test
    void noServiceLearnsAKeyOrAToken() {
        services.compositor.answer(request -> request.response()
                .end("%s %s %s".formatted(request.uri(), request.headers().names(), request.getHeader("cookie"))));
        String session = TestKeys.ring()
                .signer()
                .sign(new Session(
                        TestKeys.idOf(TestKeys.text("watch")), Instant.now().plusSeconds(60)));

        given().header("X-API-Key", TestKeys.text("watch"))
                .get("/snapshot/main.jpg?width=80")
                .then()
                .body(not(containsString("key")));
        given().header("Authorization", "Bearer " + TestKeys.text("watch"))
                .get("/snapshot/main.jpg")
                .then()
                .body(not(containsString("uthorization")));
        given().header("Cookie", "theme=dark; avatar_session=" + session)
                .get("/snapshot/main.jpg")
                .then()
                .statusCode(200)
                .body(containsString("theme=dark"), not(containsString("avatar_session")));
        watch(link("main", 60))
                .statusCode(200)
                .body(containsString("/snapshot/main.jpg?width=80"), not(containsString("token")));
    }

    // --- Links ---

    @Test
    void aLinkWorksForItsChannelAlone() {
        watch(link("main", 60)).statusCode(200);
        watch(link("other", 60)).statusCode(403);
        given().get("/api/v1/channels?token=" + link("main", 60)).then().statusCode(200);
        given().contentType("application/json")
                .body("{\"text\": \"Hello.\"}")
                .post("/api/v1/channels/main/speech?token=" + link("main", 60))
                .then()
                .statusCode(403);
    }

    @Test
    void refusesALinkThatHasExpiredOrWasAltered() {
        watch(link("main", -1)).statusCode(401).body("detail", containsString("expired"));
        watch(link("main", 60) + "A").statusCode(401);
        watch("A" + link("main", 60)).statusCode(401);
        watch("").statusCode(401);
    }

    @Test
    void aLinkEndsWithTheKeyThatMadeIt() {
        String key = TestKeys.create(Grant.everywhere(Scope.SPEAK));
        await().atMost(ofSeconds(2)).until(() -> statusOf(key) == 200);
        String token = requestLink(key, "{\"channel\": \"main\"}")
                .statusCode(201)
                .extract()
                .path("token");
        watch(token).statusCode(200);

        TestKeys.revoke(key);

        await().atMost(ofSeconds(2)).until(() -> statusOf(key) == 401);
        watch(token).statusCode(401);
    }

    @Test
    void signsLinksForTheChannelsOfAKeyThatMaySpeak() {
        requestLink(TestKeys.text("speak main"), "{\"channel\": \"main\", \"scope\": \"speak\", \"seconds\": 60}")
                .statusCode(201)
                .body("url", containsString("/?channel=main&token="))
                .body("scope", equalTo("speak"));
        requestLink(TestKeys.text("speak main"), "{\"channel\": \"other\"}").statusCode(403);
        requestLink(TestKeys.text("watch"), "{\"channel\": \"main\"}").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"channel\": \"../etc\"}",
                "{\"channel\": \"main\", \"scope\": \"manage\"}",
                "{\"channel\": \"main\", \"seconds\": 0}",
                "{\"channel\": \"main\", \"seconds\": 99999999}"
            })
    void signsNoLinkOfAnotherForm(String body) {
        requestLink(TestKeys.text("manage"), body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aLinkMakesNoLink() {
        String token = requestLink(TestKeys.text("manage"), "{\"channel\": \"main\", \"scope\": \"speak\"}")
                .extract()
                .path("token");

        given().contentType("application/json")
                .body("{\"channel\": \"main\"}")
                .post("/api/v1/links?token=" + token)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse requestLink(String key, String body) {
        return given().contentType("application/json")
                .header("X-API-Key", key)
                .body(body)
                .post("/api/v1/links")
                .then();
    }

    private static ValidatableResponse watch(String token) {
        return given().urlEncodingEnabled(false)
                .get("/snapshot/main.jpg?width=80&token=" + token)
                .then();
    }

    private static String link(String channel, long seconds) {
        return TestKeys.ring()
                .signer()
                .sign(new Link(
                        channel,
                        Scope.WATCH,
                        Instant.now().plusSeconds(seconds),
                        TestKeys.idOf(TestKeys.text("manage"))));
    }

    // --- Sessions ---

    @Test
    void aBrowserSignsInWithAKeyAndOutAgain() {
        String cookie = signIn(TestKeys.text("speak main"))
                .statusCode(200)
                .body("scope", equalTo("speak"), "channels", equalTo(List.of("main")))
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie("avatar_session");

        given().cookie("avatar_session", cookie)
                .get("/snapshot/main.jpg")
                .then()
                .statusCode(200);
        given().cookie("avatar_session", cookie)
                .get("/snapshot/other.jpg")
                .then()
                .statusCode(403);
        given().cookie("avatar_session", cookie)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("scope", equalTo("speak"));
        given().delete("/api/v1/session").then().statusCode(204).cookie("avatar_session", "");
    }

    @Test
    void nobodySignsInWithoutAKey() {
        signIn("la_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").statusCode(401);
        given().contentType("application/json")
                .body("{")
                .post("/api/v1/session")
                .then()
                .statusCode(400);
        given().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aSessionExpires() {
        String id = TestKeys.idOf(TestKeys.text("watch"));
        String expired =
                TestKeys.ring().signer().sign(new Session(id, Instant.now().minusSeconds(1)));

        given().cookie("avatar_session", expired).get("/api/v1/voices").then().statusCode(401);
        given().cookie("avatar_session", link("main", 60))
                .get("/api/v1/voices")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse signIn(String key) {
        return given().contentType("application/json")
                .body("{\"key\": \"%s\"}".formatted(key))
                .post("/api/v1/session")
                .then();
    }

    // --- Quotas ---

    @Test
    void aKeySpeaksNoMoreThanItsQuotaADay() {
        services.tts.answer(request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(body.toString().contains("fail") ? 422 : 202)
                        .end()));

        speak("123456").statusCode(202);
        speak("fail").statusCode(422);
        speak("12345")
                .statusCode(429)
                .header("Retry-After", not(equalTo(null)))
                .body("type", equalTo("urn:avatar:problem:QUOTA_EXCEEDED"));
        speak("1234").statusCode(202);
        given().header("X-API-Key", TestKeys.text("quota"))
                .multiPart("text", "A text in a form is not counted.")
                .post("/api/v1/channels/main/speech")
                .then()
                .statusCode(429);
    }

    private static ValidatableResponse speak(String text) {
        return given().header("X-API-Key", TestKeys.text("quota"))
                .contentType("application/json")
                .body("{\"text\": \"%s\"}".formatted(text))
                .post("/api/v1/channels/main/speech")
                .then();
    }
}
