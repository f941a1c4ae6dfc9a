package avatar.web.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code avatar.edge.embedding=false}. */
@QuarkusTest
@TestProfile(EmbeddingTest.Off.class)
@QuarkusTestResource(FakeServices.class)
class EmbeddingTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @BeforeEach
    void reset() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/stream/main.mjpeg, image, cross-site",
        "/snapshot/main.jpg, image, same-site",
        "/stream/main.mjpeg, iframe, cross-site",
        "/api/v1/channels, empty, cross-site",
    })
    void refusesToBeShownByOthers(String path, String destination, String site) {
        given().header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Dest", destination)
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:avatar:problem:ORIGIN_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @CsvSource({
        "/snapshot/main.jpg, image, same-origin",
        "/snapshot/main.jpg, document, none",
        "/snapshot/main.jpg, document, cross-site",
        "/, document, cross-site",
        "/?plain, iframe, cross-site",
    })
    void isShownByItsOwnPageAndWhereALinkLeads(String path, String destination, String site) {
        given().header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Dest", destination)
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void tellsABrowserThatDoesNotSayWhoAsks() {
        given().get("/snapshot/main.jpg")
                .then()
                .statusCode(200)
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"));
    }

    public static final class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("avatar.edge.embedding", "false");
        }
    }
}
