package avatar.web.gateway;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import avatar.web.fake.ClusterProfile;
import avatar.web.fake.FakeCluster;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With two compositors: the first has the channels of partitions 0 to 2, the second those of partition 3. */
@QuarkusTest
@TestProfile(ClusterProfile.class)
class ChannelRoutingTest {

    private static final String FIRSTS = FakeCluster.channelOf(0);
    private static final String SECONDS = FakeCluster.channelOf(3);

    @SuppressWarnings("NullAway.Init") // set by FakeCluster
    FakeCluster cluster;

    @BeforeEach
    void reset() {
        cluster.reset();
        awaitOwner(FIRSTS, "first");
        awaitOwner(SECONDS, "second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stream/%s.mjpeg?fps=5", "/av/%s", "/snapshot/%s.jpg", "/api/v1/channels/%s", "/snapshot/%%63%s"
            })
    void asksTheOwnerOfTheChannelInThePath(String path) {
        String firsts = path.formatted(path.contains("%%") ? FIRSTS.substring(1) : FIRSTS);
        String seconds = path.formatted(path.contains("%%") ? SECONDS.substring(1) : SECONDS);

        given().urlEncodingEnabled(false).get(firsts).then().body(equalTo("first GET " + firsts));
        given().urlEncodingEnabled(false).get(seconds).then().body(equalTo("second GET " + seconds));
    }

    @Test
    void asksTheOwnerOfTheChannelInTheBody() {
        assertThat(create(FIRSTS)).isEqualTo("first POST /api/v1/channels");
        assertThat(create(SECONDS)).isEqualTo("second POST /api/v1/channels");
    }

    @Test
    void letsAnyCompositorRefuseABodyWithoutAChannel() {
        assertThat(given().contentType("application/json")
                        .body("{")
                        .post("/api/v1/channels")
                        .asString())
                .endsWith("POST /api/v1/channels");
        assertThat(create("Not a channel")).endsWith("POST /api/v1/channels");
    }

    @Test
    void waitsUntilTheNextOwnerIsAnnouncedAndSendsTheBodyAgain() {
        cluster.first.answer(refusal(421));
        cluster.second.answer(request -> request.body()
                .onSuccess(body -> request.response().setStatusCode(201).end(body)));

        CompletableFuture<Response> answer = supplyAsync(() -> given().contentType("application/json")
                .body("{\"id\":\"%s\"}".formatted(FIRSTS))
                .post("/api/v1/channels"));
        await().pollDelay(ofMillis(300)).until(() -> !answer.isDone());
        cluster.announce(0, cluster.second);

        assertThat(answer.join().statusCode()).isEqualTo(201);
        assertThat(answer.join().asString()).isEqualTo("{\"id\":\"%s\"}".formatted(FIRSTS));
    }

    @Test
    void waitsForTheNextOwnerWhileTheOldOneIsDead() {
        cluster.first.stop();

        CompletableFuture<String> answer =
                supplyAsync(() -> given().delete("/api/v1/channels/" + FIRSTS).asString());
        await().pollDelay(ofMillis(300)).until(() -> !answer.isDone());
        cluster.announce(0, cluster.second);

        assertThat(answer.join()).isEqualTo("second DELETE /api/v1/channels/" + FIRSTS);
    }

    @Test
    void saysThatTheChannelMovesWhenThatTakesLong() {
        cluster.first.answer(refusal(421));

        given().get("/snapshot/" + FIRSTS + ".jpg")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:CHANNEL_MOVING"));
    }

    @Test
    void sendsNothingAgainThatMayHaveBeenExecuted() {
        AtomicInteger calls = new AtomicInteger();
        cluster.first.answer(request -> {
            calls.incrementAndGet();
            request.connection().close();
        });

        given().contentType("application/json")
                .body("{\"id\":\"%s\"}".formatted(FIRSTS))
                .post("/api/v1/channels")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:avatar:problem:SERVICE_UNAVAILABLE"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void joinsTheChannelsOfAllCompositors() {
        cluster.first.answer(answer("{\"channels\":[{\"id\":\"b\"},{\"id\":\"moving\",\"viewers\":1}]}"));
        cluster.second.answer(answer("{\"channels\":[{\"id\":\"a\"},{\"id\":\"moving\",\"viewers\":1}]}"));

        assertThat(given().get("/api/v1/channels").asString())
                .isEqualTo("{\"channels\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"moving\",\"viewers\":1}]}");
    }

    @Test
    void leavesOutACompositorThatDoesNotAnswer() {
        cluster.first.stop();
        cluster.second.answer(answer("[{\"id\":\"render\"}]"));

        given().get("/api/v1/renders")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("[{\"id\":\"render\"}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/renders/42.mp4", "/api/v1/utterances/42/timeline", "/api/v1/utterances/42/audio.wav"})
    void asksTheCompositorThatKnowsIt(String path) {
        cluster.second.answer(refusal(404));
        // Whoever is asked first.
        for (int i = 0; i < 2; i++) {
            given().header("Range", "bytes=2-3").get(path).then().body(equalTo("first GET " + path));
        }

        cluster.first.answer(refusal(404));
        given().get(path).then().statusCode(404);
    }

    @Test
    void ordersARenderWhereTheUtteranceIs() {
        cluster.first.answer(refusal(404));
        for (int i = 0; i < 2; i++) {
            assertThat(given().contentType("application/json")
                            .body("{\"utterance\":\"42\"}")
                            .post("/api/v1/renders")
                            .asString())
                    .isEqualTo("second POST /api/v1/renders");
        }
    }

    @Test
    void asksAnyCompositorForAvatars() {
        assertThat(answersTo("/api/v1/avatars")).containsExactlyInAnyOrder("first", "second");

        cluster.first.stop();
        assertThat(answersTo("/api/v1/avatars")).containsExactly("second");
    }

    @Test
    void asksTheTtsServicesInTurn() {
        assertThat(answersTo("/api/v1/voices")).containsExactlyInAnyOrder("tts", "other tts");

        cluster.tts.stop();
        assertThat(answersTo("/api/v1/voices")).containsExactly("other tts");
    }

    /** The names of the services that answer four requests. */
    private static Set<String> answersTo(String path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            names.add(given().get(path).asString().replaceFirst(" GET .*", ""));
        }
        return names;
    }

    private static String create(String channel) {
        return given().contentType("application/json")
                .body("{\"id\":\"%s\"}".formatted(channel))
                .post("/api/v1/channels")
                .asString();
    }

    private static Handler<HttpServerRequest> refusal(int status) {
        return request -> request.response().setStatusCode(status).end();
    }

    private static Handler<HttpServerRequest> answer(String json) {
        return request ->
                request.response().putHeader("content-type", "application/json").end(json);
    }

    private static void awaitOwner(String channel, String name) {
        await().atMost(ofSeconds(10))
                .pollInterval(ofMillis(20))
                .until(() -> given().get("/av/" + channel).asString().startsWith(name + " "));
    }
}
