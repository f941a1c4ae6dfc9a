package avatar.web.fake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

/** An empty page of another origin, or of several: each name below localhost is one, and browsers know its address. */
public final class ForeignSite {

    private final HttpServer server;

    ForeignSite(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("content-type", "text/html")
                        .end("<!doctype html><title>Elsewhere</title><body></body>"))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The origin under the name {@code <name>.localhost}. */
    public String origin(String name) {
        return "http://%s.localhost:%d".formatted(name, server.actualPort());
    }
}
