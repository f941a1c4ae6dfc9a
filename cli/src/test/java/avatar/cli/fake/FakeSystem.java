package avatar.cli.fake;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.api.Management;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.json.Json;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A system on real sockets with prepared answers, in the form of the real API. */
public final class FakeSystem implements AutoCloseable {

    /** Method and path of each request. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** Bodies of the requests for speech and renders. */
    public final List<JsonNode> bodies = new CopyOnWriteArrayList<>();

    /** The events of an utterance that is accepted. */
    public volatile List<SpeechEvent> speech = speech(SpeechState.ACCEPTED, SpeechState.SPEAKING, SpeechState.DONE);

    /** Whether the stream of events ends without the last of them. */
    public volatile boolean breaksOff;

    /** Answers of {@code GET /api/v1/renders/r1}, one after another; the last is repeated. */
    public volatile List<Map<String, @Nullable Object>> renderStates =
            List.of(render("running", 40, null), render("done", 100, null));

    public volatile byte[] video = "a video".getBytes(StandardCharsets.UTF_8);
    public volatile Object voices = List.of();
    public volatile Object avatars = List.of();

    /** The answer to a request for speech or a render; null accepts it. */
    public volatile @Nullable Problem refusal;

    private final BlockingQueue<SpeechEvent> events = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final HttpServer management;
    private int renderAnswers;

    public FakeSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        management = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort() + Management.PORT_OFFSET),
                0);
        management.createContext(Management.READINESS, this::health);
        management.start();
        on("/api/v1/channels", exchange -> answer(exchange, 200, List.of()));
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

    /** The status of a render, as in the API. */
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

    /** Events without details, in this order. */
    public static List<SpeechEvent> speech(SpeechState... states) {
        return Stream.of(states).map(state -> event(state, null)).toList();
    }

    public static SpeechEvent event(SpeechState state, @Nullable String detail) {
        return new SpeechEvent("u1", "main", state, detail, Instant.EPOCH);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        management.stop(0);
    }

    private void health(HttpExchange exchange) throws IOException {
        Map<String, String> services = Map.of("tts-service", "UP", "compositor-service", "DOWN");
        Map<String, Object> check = Map.of("name", "services behind the gateway", "status", "UP", "data", services);
        try (exchange) {
            answer(exchange, 200, Map.of("status", "UP", "checks", List.of(check)));
        }
    }

    private void channel(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/events")) {
            stream(exchange);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            events.add(event(SpeechState.STOPPED, null));
            exchange.sendResponseHeaders(202, -1);
        } else if (refusal != null) {
            answer(exchange, refusal.status(), refusal);
        } else {
            bodies.add(Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class));
            events.addAll(speech);
            answer(exchange, 202, new AcceptedUtterance("u1", "main", SpeechState.ACCEPTED));
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

    private UtteranceStatus utterance() {
        SpeechEvent last = speech.getLast();
        return new UtteranceStatus("u1", "main", last.state(), last.detail(), Map.of());
    }

    private synchronized void renders(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                if (refusal != null) {
                    answer(exchange, refusal.status(), refusal);
                    return;
                }
                bodies.add(Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class));
                exchange.getResponseHeaders().set("Location", "/api/v1/renders/r1");
                answer(exchange, 202, render("queued", 0, null));
            }
            case "DELETE" -> exchange.sendResponseHeaders(204, -1);
            default -> {
                if (path.endsWith(".mp4")) {
                    exchange.sendResponseHeaders(200, video.length);
                    exchange.getResponseBody().write(video);
                } else {
                    answer(exchange, 200, renderStates.get(Math.min(renderAnswers, renderStates.size() - 1)));
                    renderAnswers++;
                }
            }
        }
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
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
