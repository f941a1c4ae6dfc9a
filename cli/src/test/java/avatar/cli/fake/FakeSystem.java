package avatar.cli.fake;

import avatar.contract.json.Json;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A system that answers what it is told to, on real sockets, as the real API words it. */
public final class FakeSystem implements AutoCloseable {

    /** What was asked: method, path, and the body of it. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Bodies of requests for speech and movies. */
    public final List<JsonNode> orders = new CopyOnWriteArrayList<>();

    /** States that an utterance comes into when it is asked for, on the stream of events. */
    public volatile List<SpeechState> states = List.of(SpeechState.ACCEPTED, SpeechState.SPEAKING, SpeechState.DONE);

    public volatile @Nullable String detail;

    /** Whether the events end without the last of them. */
    public volatile boolean breaksOff;

    /** Answers of {@code GET /api/v1/renders/r1}, one after another; the last stays. */
    public volatile List<Map<String, @Nullable Object>> renderStates =
            List.of(render("running", 40, null), render("done", 100, null));

    public volatile byte[] movie = "a movie".getBytes(StandardCharsets.UTF_8);
    public volatile Object voices = List.of();
    public volatile Object avatars = List.of();
    public volatile boolean refuses;

    private final BlockingQueue<SpeechEvent> events = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private int renderAnswers;

    public FakeSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        on("/q/health/ready", this::health);
        on("/api/v1/channels/", this::channel);
        on("/api/v1/utterances/", exchange -> answer(exchange, 200, utterance()));
        on("/api/v1/renders", this::renders);
        on("/api/v1/voices", exchange -> answer(exchange, 200, voices));
        on("/api/v1/avatars", exchange -> answer(exchange, 200, avatars));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As the API tells of a movie. */
    public static Map<String, @Nullable Object> render(String state, int percent, @Nullable String detail) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        boolean isDone = state.equals("done");
        status.put("id", "r1");
        status.put("state", state);
        status.put("percent", percent);
        status.put("secondsLeft", isDone ? null : 3);
        status.put("detail", detail);
        status.put("format", "mp4");
        status.put("url", isDone ? "/api/v1/renders/r1.mp4" : null);
        status.put("duration", isDone ? 2.5 : null);
        status.put("bytes", isDone ? 7 : null);
        return status;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void health(HttpExchange exchange) throws IOException {
        Map<String, String> services = Map.of("tts-service", "UP", "compositor-service", "DOWN");
        Map<String, Object> check = Map.of("name", "services behind the gateway", "status", "UP", "data", services);
        answer(exchange, 200, Map.of("status", "UP", "checks", List.of(check)));
    }

    private void channel(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/events")) {
            stream(exchange);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            events.add(new SpeechEvent("u1", "main", SpeechState.STOPPED, null, Instant.EPOCH));
            exchange.sendResponseHeaders(202, -1);
        } else if (refuses) {
            refuse(exchange, ErrorCode.UNKNOWN_VOICE, "Voice 'bob' is unknown");
        } else {
            orders.add(Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class));
            states.forEach(state -> events.add(new SpeechEvent("u1", "main", state, detail, Instant.EPOCH)));
            answer(exchange, 202, Map.of("utteranceId", "u1"));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, ": alive\n\n");
            write(
                    out,
                    "event: done\ndata: %s\n\n"
                            .formatted(json(new SpeechEvent("other", "main", SpeechState.DONE, null, Instant.EPOCH))));
            boolean isOver = false;
            while (!isOver) {
                SpeechEvent event = events.take();
                isOver = event.state().isFinal();
                if (!(isOver && breaksOff)) {
                    write(out, "event: %s\ndata: %s\n\n".formatted(event.state().label(), json(event)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, @Nullable Object> utterance() {
        Map<String, @Nullable Object> utterance = new LinkedHashMap<>();
        utterance.put("utteranceId", "u1");
        utterance.put("channel", "main");
        utterance.put("state", states.getLast());
        utterance.put("detail", detail);
        utterance.put("times", Map.of());
        return utterance;
    }

    private synchronized void renders(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                orders.add(Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class));
                exchange.getResponseHeaders().set("Location", "/api/v1/renders/r1");
                answer(exchange, 202, render("queued", 0, null));
            }
            case "DELETE" -> exchange.sendResponseHeaders(204, -1);
            default -> {
                if (path.endsWith(".mp4")) {
                    exchange.sendResponseHeaders(200, movie.length);
                    exchange.getResponseBody().write(movie);
                } else {
                    answer(exchange, 200, renderStates.get(Math.min(renderAnswers, renderStates.size() - 1)));
                    renderAnswers++;
                }
            }
        }
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void refuse(HttpExchange exchange, ErrorCode code, String detail) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", Problem.MEDIA_TYPE);
        answer(exchange, code.status(), Problem.of(code, detail));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
