package avatar.web.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ApiDocumentTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @BeforeEach
    void reset() {
        services.reset();
        services.tts.answer(request -> request.response().end(document("/api/v1/voices", "get", "Voice")));
        services.compositor.answer(
                request -> request.response().end(document("/api/v1/channels/{channel}", "delete", "Channel")));
    }

    @Test
    void hasThePathsAndSchemasOfAllServicesThatAnswer() {
        services.viseme.stop();

        given().get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("info.title", equalTo("Live Avatar"))
                .body("paths.keySet()", containsInAnyOrder("/api/v1/voices", "/api/v1/channels/{channel}"))
                .body("components.schemas.keySet()", containsInAnyOrder("Voice", "Channel"));
    }

    @Test
    void leavesOutPathsThatTheGatewayDoesNotServe() {
        services.tts.answer(request -> request.response().end(document("/api/v1/synthesis", "post", "Order")));

        given().get("/api/v1/openapi").then().statusCode(200).body("paths", not(hasKey("/api/v1/synthesis")));
    }

    @Test
    void joinsTheOperationsOfOnePath() {
        services.tts.answer(
                request -> request.response().end(document("/api/v1/channels/{channel}", "get", "Channel")));

        given().get("/api/v1/openapi")
                .then()
                .body("paths.'/api/v1/channels/{channel}'.keySet()", containsInAnyOrder("get", "delete"));
    }

    @Test
    void isFoundAtItsFormerPath() {
        given().redirects()
                .follow(false)
                .get("/q/openapi")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/api/v1/openapi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/", "/q/health", "/q/health/ready", "/q/metrics", "/q/info"})
    void nothingElseIsBesideIt(String path) {
        given().get(path).then().statusCode(404);
    }

    private static String document(String path, String method, String schema) {
        JsonObject operation = new JsonObject().put(method, new JsonObject().put("summary", schema));
        return new JsonObject()
                .put("openapi", "3.0.3")
                .put("paths", new JsonObject().put(path, operation))
                .put("components", new JsonObject().put("schemas", new JsonObject().put(schema, new JsonObject())))
                .encode();
    }
}
