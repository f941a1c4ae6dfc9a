package avatar.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A small server that speaks the system's HTTP: a loop of pictures whose mouth moves a fixed time after a request,
 * after frames that were only encoded again.
 */
final class FakeAvatar implements AutoCloseable {

    private static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration SPEECH = Duration.ofMillis(300);

    private final HttpServer server;
    private final List<Picture> loop;
    private final Duration delay;

    /** When each utterance was asked for. */
    private final List<Instant> asked = new ArrayList<>();

    FakeAvatar(int frameCount, Duration delay) throws IOException {
        this.delay = delay;
        this.loop = new ArrayList<>();
        for (int i = 0; i < frameCount; i++) {
            loop.add(new Picture(i));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/stream/main.mjpeg", this::stream);
        server.createContext("/api/v1/channels/main/speech", this::speak);
        server.createContext("/api/v1/utterances/", this::answerStatus);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized int spoken() {
        return asked.size();
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int n = 0; ; n++) {
                int index = n % loop.size();
                out.write(part(index, sinceLastRequest()));
                out.flush();
                LockSupport.parkNanos(FRAME.toNanos());
            }
        }
    }

    private byte[] part(int index, Duration sinceRequest) {
        boolean isSpeaking = sinceRequest.compareTo(delay.plus(SPEECH)) < 0;
        boolean isMoved = isSpeaking && sinceRequest.compareTo(delay) >= 0;
        Picture picture = loop.get(index);
        byte[] jpeg = isMoved ? picture.talking() : isSpeaking ? picture.encodedAnew() : picture.idle();
        String utterance = isSpeaking ? "X-Utterance: %d\r\n".formatted(spoken()) : "";
        byte[] head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\nX-Frame: %d\r\n%s\r\n"
                .formatted(jpeg.length, index, utterance)
                .getBytes(UTF_8);
        byte[] part = new byte[head.length + jpeg.length + 2];
        System.arraycopy(head, 0, part, 0, head.length);
        System.arraycopy(jpeg, 0, part, head.length, jpeg.length);
        part[part.length - 2] = '\r';
        part[part.length - 1] = '\n';
        return part;
    }

    private synchronized Duration sinceLastRequest() {
        return asked.isEmpty() ? Duration.ofDays(1) : Duration.between(asked.getLast(), Instant.now());
    }

    private synchronized void speak(HttpExchange exchange) throws IOException {
        asked.add(Instant.now());
        answer(
                exchange,
                202,
                Map.of("utteranceId", String.valueOf(asked.size()), "channel", "main", "state", "accepted"));
    }

    private synchronized void answerStatus(HttpExchange exchange) throws IOException {
        Instant start = asked.getLast();
        boolean isDone = Instant.now().isAfter(start.plus(delay).plus(SPEECH));
        answer(
                exchange,
                200,
                Map.of(
                        "utteranceId",
                        String.valueOf(asked.size()),
                        "channel",
                        "main",
                        "state",
                        isDone ? "done" : "speaking",
                        "detail",
                        "",
                        "times",
                        Map.of(
                                "accepted",
                                start,
                                "synthesizing",
                                start.plusMillis(7),
                                "speaking",
                                start.plusMillis(50))));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
