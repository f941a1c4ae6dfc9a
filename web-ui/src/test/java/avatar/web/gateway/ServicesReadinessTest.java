package avatar.web.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ServicesReadinessTest {

    private static final String STATE = "checks.find { it.name == 'services behind the gateway' }.data.'%s'";

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @Test
    void isReadyOnceAllServicesWereAndSaysWhichIsDownLater() {
        services.reset();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(STATE.formatted("tts-service"), equalTo("UP"))
                .body(STATE.formatted("viseme-service"), equalTo("UP"))
                .body(STATE.formatted("compositor-service"), equalTo("UP"));

        services.compositor.answer(
                request -> request.response().setStatusCode(503).end());
        services.tts.stop();

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(STATE.formatted("tts-service"), equalTo("DOWN"))
                .body(STATE.formatted("viseme-service"), equalTo("UP"))
                .body(STATE.formatted("compositor-service"), equalTo("DOWN"));
    }
}
