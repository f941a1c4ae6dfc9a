package avatar.web.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import avatar.web.fake.FakeServices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an OpenID Connect server, whose roles are scopes. */
@QuarkusTest
@TestProfile(OidcTest.WithLogin.class)
class OidcTest {

    private final Instant later = Instant.now().plusSeconds(600);

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @SuppressWarnings("NullAway.Init") // set by FakeLogin
    FakeLogin login;

    public static class WithLogin implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeServices.class), new TestResourceEntry(FakeLogin.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void aRoleIsAScope() {
        String viewer = login.token("anna", List.of("avatar-watch", "other"), later);
        String speaker = login.token("ben", List.of("avatar-speak"), later);

        assertStatus(viewer, "GET", "/api/v1/voices", 200);
        assertStatus(viewer, "POST", "/api/v1/channels/main/speech", 403);
        assertStatus(speaker, "POST", "/api/v1/channels/main/speech", 200);
        assertStatus(speaker, "DELETE", "/api/v1/channels/main", 403);
        assertStatus(login.token("eve", List.of("avatar-manage"), later), "DELETE", "/api/v1/channels/main", 200);
    }

    @Test
    void saysWhoItIs() {
        given().header("Authorization", "Bearer " + login.token("anna", List.of("avatar-speak"), later))
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("caller", equalTo("oidc:anna"), "scope", equalTo("speak"));
    }

    @Test
    void refusesWhoeverHasNoRole() {
        assertStatus(login.token("eve", List.of("other"), later), "GET", "/api/v1/voices", 403);
    }

    @Test
    void refusesTokensThatAreForgedExpiredOrNone() {
        List<String> roles = List.of("avatar-manage");

        assertStatus(login.forgedToken("eve", roles, later), "GET", "/api/v1/voices", 401);
        assertStatus(login.token("eve", roles, Instant.now().minusSeconds(600)), "GET", "/api/v1/voices", 401);
        assertStatus("a.b.c", "GET", "/api/v1/voices", 401);
        assertStatus("la_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "GET", "/api/v1/voices", 401);
        given().get("/api/v1/voices").then().statusCode(401);
    }

    private static void assertStatus(String token, String method, String path, int status) {
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .request(method, path)
                .then()
                .statusCode(status);
    }
}
