package avatar.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.cli.command.CliException;
import avatar.contract.json.Json;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCallsTest {

    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = Json.write(Problem.of(ErrorCode.UNAUTHENTICATED, "Found no key, expected one"));
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTheKeyThatItHas() throws InterruptedException {
        call("la_secret");
        assertThat(keys.take()).isEqualTo("Bearer la_secret");

        call(null);
        assertThat(keys.take()).isEqualTo("null");
    }

    private void call(@Nullable String key) {
        HttpCalls calls = new HttpCalls(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), key);

        assertThatThrownBy(() -> calls.send(calls.to("/api/v1/voices"), 200))
                .isInstanceOf(CliException.class)
                .hasMessage("Found no key, expected one; set AVATAR_KEY to a key; './avatar keys create' makes one");
    }
}
