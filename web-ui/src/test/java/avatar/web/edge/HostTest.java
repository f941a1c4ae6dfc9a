package avatar.web.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class HostTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI server;

    @BeforeEach
    void reset() {
        services.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:8080", "avatar.example", "avatar.example:443"})
    void answersUnderItsOwnNames(String host) {
        given().header("Host", host).get("/api/v1/voices").then().statusCode(200);
        given().header("Host", host).get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/main.js", "/api/v1/voices", "/stream/main.mjpeg", "/q/health", "/nothing"})
    void refusesEveryPathUnderANameOfOthers(String path) {
        given().header("Host", "evil.example:8080")
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:HOST_NOT_ALLOWED"))
                .body(
                        "detail",
                        equalTo("Invalid host: found 'evil.example', expected a name or address of this server;"
                                + " avatar.edge.hosts adds names"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: x", "Host:", "Host: a b", "Host: evil:port", "Host: a\r\nHost: localhost"})
    void answersARequestWithoutAValidHostWithAProblem(String header) throws IOException {
        String answer = RawHttp.send(
                server, "GET /api/v1/voices HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(header));

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("content-type: application/problem+json")
                .contains("\"type\":\"urn:avatar:problem:");
    }

    @Test
    void looksAtTheNameOfAnAbsoluteAddress() throws IOException {
        String answer = RawHttp.send(
                server,
                "GET http://evil.example/api/v1/voices HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("HOST_NOT_ALLOWED");
    }
}
