package avatar.tts.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service starts before Kafka does; then Kafka stops, restarts, and hangs. */
@QuarkusTest
@TestMethodOrder(OrderAnnotation.class)
@QuarkusTestResource(
        value = Surroundings.class,
        initArgs = @ResourceArg(name = Surroundings.BROKER, value = Surroundings.LATER),
        restrictToAnnotatedClass = true)
class OutageTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    @Nullable
    Surroundings surroundings;

    @Test
    @Order(1)
    void refusesWhileKafkaIsAwayAndSpeaksWhenItIsBack() {
        assertRefused();
        surroundings().startBroker();
        awaitSpoken("first");

        surroundings().stopBroker();
        assertRefused();
        given().delete("/api/v1/channels/main/speech").then().statusCode(503);
        surroundings().startBroker();
        awaitSpoken("second");

        try (Topic segments = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            assertThat(segments.of("refused")).isEmpty();
        }
    }

    @Test
    @Order(2)
    void requestThatWasRefusedWhileTheBrokerHungIsNeverSpoken() throws Exception {
        awaitSpoken("before");
        List<Callable<Integer>> requests =
                Collections.nCopies(20, () -> speak("hung").extract().statusCode());

        surroundings().pauseBroker();
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : callers.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(503);
            }
        } finally {
            surroundings().resumeBroker();
        }
        awaitSpoken("after");

        String spoken = speak("hung").statusCode(202).extract().path("utteranceId");

        // It is behind whatever was stored of the others.
        try (Topic segments = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            assertThat(segments.awaitOf("hung", records -> !records.isEmpty()))
                    .extracting(
                            record -> SpeechSegment.fromBytes(record.value()).utteranceId())
                    .containsOnly(spoken);
        }
    }

    private void assertRefused() {
        long start = System.nanoTime();
        speak("refused")
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:avatar:problem:KAFKA_UNAVAILABLE"))
                .body("detail", containsString("did not take a record"))
                .body("detail", not(containsString(bootstrapServers)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    private void awaitSpoken(String channel) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> speak(channel).statusCode(202));
        try (Topic segments = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            segments.awaitOf(channel, records -> !records.isEmpty());
        }
    }

    private Surroundings surroundings() {
        if (surroundings == null) {
            throw new IllegalStateException("Quarkus did not hand over the surroundings");
        }
        return surroundings;
    }

    private static ValidatableResponse speak(String channel) {
        return given().contentType("application/json")
                .body("{\"text\": \"Hello.\"}")
                .post("/api/v1/channels/" + channel + "/speech")
                .then();
    }
}
