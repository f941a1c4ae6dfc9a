package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/openapi}: the OpenAPI documents of the services behind the gateway as one, with the paths that it serves. */
@Singleton
final class ApiDocument {

    private static final String PATH = "/api/v1/openapi";
    private static final int PERMANENTLY = 308;
    private static final List<String> COMPONENTS = List.of("schemas", "parameters", "responses");

    private final Services services;
    private final Inquiry inquiry;

    ApiDocument(Services services, Inquiry inquiry) {
        this.services = services;
        this.inquiry = inquiry;
    }

    void addRoute(@Observes Router router) {
        // Before the gateway's answer to unknown paths.
        router.get(PATH).order(-1).handler(this::answer);
        // Its former path.
        router.get("/q/openapi")
                .handler(context -> context.response()
                        .setStatusCode(PERMANENTLY)
                        .putHeader("location", PATH)
                        .end());
    }

    private void answer(RoutingContext context) {
        List<Future<JsonObject>> documents =
                Arrays.stream(Upstream.values()).map(this::documentOf).toList();
        Future.join(documents)
                .onSuccess(all -> context.response()
                        .putHeader("content-type", "application/json")
                        .putHeader("cache-control", "no-store")
                        .end(merged(documents.stream().map(Future::result).toList())
                                .toBuffer()))
                .onFailure(context::fail);
    }

    /** The document of a service; empty if the service does not answer, so that those of the others are still served. */
    private Future<JsonObject> documentOf(Upstream upstream) {
        return inquiry.askInTurn(services.inTurn(upstream), PATH + "?format=json")
                .map(JsonObject::new)
                .otherwise(new JsonObject());
    }

    private static JsonObject merged(List<JsonObject> documents) {
        JsonObject paths = new JsonObject();
        JsonObject components = new JsonObject();
        for (JsonObject document : documents) {
            addAll(paths, document.getJsonObject("paths", new JsonObject()));
            JsonObject own = document.getJsonObject("components", new JsonObject());
            for (String kind : COMPONENTS) {
                JsonObject known = components.getJsonObject(kind, new JsonObject());
                addAll(known, own.getJsonObject(kind, new JsonObject()));
                components.put(kind, known);
            }
        }
        paths.fieldNames().removeIf(path -> Route.TABLE.stream().noneMatch(route -> serves(route, path)));
        return new JsonObject()
                .put("openapi", "3.0.3")
                .put("info", new JsonObject().put("title", "Live Avatar").put("version", "1"))
                .put("paths", paths)
                .put("components", components);
    }

    /** Several services may have operations of one path, and the same schema. */
    private static void addAll(JsonObject target, JsonObject added) {
        for (Map.Entry<String, Object> entry : added) {
            if (target.getValue(entry.getKey()) instanceof JsonObject known
                    && entry.getValue() instanceof JsonObject more) {
                target.put(entry.getKey(), more.copy().mergeIn(known));
            } else {
                target.put(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Whether a route, as Vert.x writes it, serves a path with parameters, as OpenAPI writes it. */
    private static boolean serves(Route route, String path) {
        String expected = route.path().replaceAll(":[a-z]+", "{}");
        String found = path.replaceAll("\\{[^}]*}", "{}");
        return expected.endsWith("/*")
                ? (found + "/").startsWith(expected.substring(0, expected.length() - 1))
                : found.equals(expected);
    }
}
