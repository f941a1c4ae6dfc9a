package avatar.web.gateway;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.access.KeysProfile;
import avatar.web.access.TestKeys;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each scope can do on every route, found out by requests; docs/security.md has the same table. */
@QuarkusTest
@TestProfile(KeysProfile.class)
@QuarkusTestResource(FakeServices.class)
class RightsTableTest {

    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final List<String> KEYS =
            List.of("", "watch main", "speak main", "manage main", "watch", "speak", "manage");
    private static final List<String> COLUMNS =
            List.of("none", "watch (main)", "speak (main)", "manage (main)", "watch", "speak", "manage");
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    /** Served to everybody: the page's files, Quarkus' own, and what judges by itself or answers nothing. */
    private static final Set<String> OWN = Set.of("/api/v1/session", "/api/v1/links", "/api/v1/openapi", "/api/");

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Router router;

    @BeforeEach
    void knowUtterances() {
        services.reset();
        services.tts.answer(request -> request.response()
                .end("{\"channel\": \"%s\"}".formatted(request.uri().contains("of-main") ? "main" : "other")));
        Stream.of(services.compositor, services.viseme)
                .forEach(service -> service.answer(request -> request.response().end("[]")));
    }

    @Test
    void everyRouteIsInTheTableOrKnownToBePublic() {
        Set<String> judged = new TreeSet<>(OWN);
        Route.TABLE.stream()
                .map(Route::path)
                .map(RightsTableTest::withoutWildcard)
                .forEach(judged::add);

        assertThat(router.getRoutes().stream()
                        .map(io.vertx.ext.web.Route::getPath)
                        .filter(path -> path != null && !path.equals("/") && !path.startsWith("/q/"))
                        .map(RightsTableTest::withoutWildcard))
                .isSubsetOf(judged);
    }

    @Test
    void theDocumentHasTheTable() throws IOException {
        String table = Stream.concat(
                        Stream.of(
                                "| | %s |".formatted(String.join(" | ", COLUMNS)),
                                "|" + "---|".repeat(1 + KEYS.size())),
                        Route.TABLE.stream().flatMap(RightsTableTest::lines))
                .collect(joining("\n", "", "\n"));

        Files.writeString(Path.of("target/rights.md"), table);
        assertThat(Files.readString(DOCUMENT))
                .as("target/rights.md has the present table")
                .contains(table);
    }

    private static Stream<String> lines(Route route) {
        List<HttpMethod> reading = methods(route, HttpMethod.GET, HttpMethod.HEAD);
        List<HttpMethod> writing = methods(route, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
        List<String> reads = cells(route, reading);
        List<String> writes = cells(route, writing);
        return reads.equals(writes)
                ? reads.stream().map(cells -> "| `%s` | %s |".formatted(route.path(), cells))
                : Stream.concat(
                        reads.stream().map(cells -> line(route, reading, cells)),
                        writes.stream().map(cells -> line(route, writing, cells)));
    }

    /** Those for which the route is the first in the table. */
    private static List<HttpMethod> methods(Route route, HttpMethod... methods) {
        return Stream.of(methods)
                .filter(method -> Route.TABLE.stream()
                        .filter(other -> other.path().equals(route.path()))
                        .filter(other -> other.method() == null || method.equals(other.method()))
                        .findFirst()
                        .filter(route::equals)
                        .isPresent())
                .toList();
    }

    private static String line(Route route, List<HttpMethod> methods, String cells) {
        String names = methods.stream().map(HttpMethod::name).collect(joining(", "));
        return "| %s `%s` | %s |".formatted(names, route.path(), cells);
    }

    /** One line of cells, which is the same for all methods; none without a method. */
    private static List<String> cells(Route route, List<HttpMethod> methods) {
        List<String> distinct =
                methods.stream().map(method -> cells(route, method)).distinct().toList();
        assertThat(distinct).as("%s %s", methods, route.path()).hasSizeLessThan(2);
        return distinct;
    }

    private static String cells(Route route, HttpMethod method) {
        return KEYS.stream().map(key -> cell(route, method, key)).collect(joining(" | "));
    }

    private static String cell(Route route, HttpMethod method, String key) {
        boolean mayOwn = isAllowed(route, method, key, "main");
        boolean mayOther = isAllowed(route, method, key, "other");
        assertThat(mayOwn || !mayOther)
                .as("%s %s with %s", method, route.path(), key)
                .isTrue();
        return mayOther ? "yes" : mayOwn ? "main" : "–";
    }

    private static boolean isAllowed(Route route, HttpMethod method, String key, String channel) {
        RequestSpecification request = given().contentType("application/json");
        if (!key.isEmpty()) {
            request.header("X-API-Key", TestKeys.text(key));
        }
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.body("{\"id\": \"%s\", \"utterance\": \"of-%s\"}".formatted(channel, channel));
        }
        return !REFUSALS.contains(
                request.request(method.name(), path(route, channel)).statusCode());
    }

    private static String path(Route route, String channel) {
        return route.path()
                .replace(":channel", channel)
                .replace(":utterance", "of-" + channel)
                .replace(":setup", "42")
                .replace("utterances/*", "utterances/of-" + channel)
                .replace("/stream/*", "/stream/%s.mjpeg".formatted(channel))
                .replace("/snapshot/*", "/snapshot/%s.jpg".formatted(channel))
                .replace("/av/*", "/av/" + channel)
                .replace("/*", "/42");
    }

    private static String withoutWildcard(String path) {
        return path.replaceFirst("\\*$", "");
    }
}
