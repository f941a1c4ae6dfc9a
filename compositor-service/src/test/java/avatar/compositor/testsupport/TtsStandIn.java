package avatar.compositor.testsupport;

import avatar.contract.json.Json;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Tones;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Speaks tts-service's protocol over real HTTP: a second and a half of tones for every text, with exceptions:
 * "long" takes an hour, "broken" breaks off after a segment, "refused" is refused, "held" waits in the middle until
 * it is let go.
 */
public final class TtsStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Semaphore letGo = new Semaphore(0);
    private volatile String asked = "";

    TtsStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/synthesis", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it was asked last, as JSON. */
    public String asked() {
        return asked;
    }

    /** Lets one go that is held. */
    public void letGo() {
        letGo.release();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode order = Json.mapper().readTree(exchange.getRequestBody());
            asked = order.toString();
            String text = order.path("text").asText();
            if (text.equals("refused")) {
                byte[] problem = Json.write(Problem.of(ErrorCode.UNKNOWN_VOICE, "Voice 'nobody' is unknown"));
                exchange.getResponseHeaders().add("Content-Type", Problem.MEDIA_TYPE);
                exchange.sendResponseHeaders(422, problem.length);
                exchange.getResponseBody().write(problem);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            speak(text, new DataOutputStream(exchange.getResponseBody()));
        }
    }

    private void speak(String text, DataOutputStream out) throws IOException {
        int segments = text.equals("long") ? 2_400 : 3;
        for (int i = 0; i < segments; i++) {
            if (i == 1 && text.equals("broken")) {
                return;
            }
            if (i == 1 && text.equals("held")) {
                letGo.acquireUninterruptibly();
            }
            int millis = text.equals("long") ? 750 : 250;
            SpeechSegment segment = Tones.segment(i, i == segments - 1, 16_000, millis, Viseme.K, Viseme.M);
            byte[] record = segment.toBytes();
            out.writeInt(record.length);
            out.write(record);
            out.flush();
        }
    }
}
