package avatar.compositor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import avatar.compositor.testsupport.Surroundings;
import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document at {@code /api/v1/openapi}, which is written by hand, against the routes of the service. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the field
class OpenApiTest {

    private static final String DOCUMENT = "/api/v1/openapi";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Inject
    Router router;

    @Test
    void documentHasExactlyTheRoutesOfTheService() throws IOException {
        assertThat(documented()).isNotEmpty().isEqualTo(registered());
    }

    @Test
    void documentIsServed() {
        given().get(DOCUMENT + "?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Live Avatar - compositor-service"));
    }

    private static Set<String> documented() throws IOException {
        JsonNode paths = Json.mapper()
                .readTree(given().get(DOCUMENT + "?format=json").asByteArray())
                .path("paths");
        Set<String> operations = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        // A suffix of a parameter, such as .jpg, is no part of a Vert.x path.
                        operations.add(method + " " + path.getKey().replaceAll("\\{[^}]*\\}[^/]*", "*"));
                    }
                }));
        return operations;
    }

    private Set<String> registered() {
        List<Route> routes = router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.isExactPath())
                .filter(route -> !path(route).startsWith(DOCUMENT))
                .toList();
        Set<String> withMethod = routes.stream()
                .filter(route -> route.methods() != null)
                .map(OpenApiTest::path)
                .collect(Collectors.toSet());
        return routes.stream()
                .flatMap(route -> operations(route, withMethod))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A route of all methods refuses those of a path that has routes of its own for them; else it is for reading. */
    private static Stream<String> operations(Route route, Set<String> withMethod) {
        Set<HttpMethod> methods = route.methods();
        if (methods == null) {
            methods = withMethod.contains(path(route)) ? Set.of() : Set.of(HttpMethod.GET);
        }
        return methods.stream()
                .filter(method -> !method.equals(HttpMethod.HEAD))
                .map(method -> method.name().toLowerCase(Locale.ROOT) + " "
                        + path(route).replaceAll(":[^/]+", "*"));
    }

    private static String path(Route route) {
        return String.valueOf(route.getPath());
    }
}
