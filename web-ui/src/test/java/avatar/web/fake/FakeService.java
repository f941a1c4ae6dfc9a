package avatar.web.fake;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A small HTTP server in place of a service; tests set its answers, stop it and start it. */
public final class FakeService {

    private final Vertx vertx;
    private final String name;
    private volatile Handler<HttpServerRequest> answer;
    private @Nullable HttpServer server;
    private int port;

    FakeService(Vertx vertx, String name) {
        this.vertx = vertx;
        this.name = name;
        this.answer = this::echo;
    }

    /** Starts it, on the same port every time. */
    public void start() {
        HttpServer started = vertx.createHttpServer(
                        new HttpServerOptions().setPort(port).setHost("localhost"))
                .requestHandler(request -> answer.handle(request))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server = started;
        port = started.actualPort();
    }

    public void stop() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    /** Restores the initial state: running, answering every request with its name, the method and the path. */
    void reset() {
        answer = this::echo;
        if (server == null) {
            start();
        }
    }

    public void answer(Handler<HttpServerRequest> newAnswer) {
        answer = newAnswer;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    private void echo(HttpServerRequest request) {
        request.response().end("%s %s %s".formatted(name, request.method(), request.uri()));
    }
}
