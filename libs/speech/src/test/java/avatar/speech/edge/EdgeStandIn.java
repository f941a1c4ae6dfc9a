package avatar.speech.edge;

import avatar.speech.audio.SoundFiles;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the read-aloud service's protocol: its paths, its token that is good for five minutes, its messages in the form
 * and order in which it sends them.
 */
final class EdgeStandIn implements AutoCloseable {

    static final Duration SPOKEN = Duration.ofMillis(1_200);

    static final byte[] MP3 = SoundFiles.mp3(SPOKEN);
    private static final String LIST = """
            [{"Name":"Microsoft Server Speech Text to Speech Voice (en-US, JennyNeural)","ShortName":"en-US-JennyNeural",\
            "Gender":"Female","Locale":"en-US","SuggestedCodec":"audio-24khz-48kbitrate-mono-mp3",\
            "FriendlyName":"Microsoft Jenny Online (Natural) - English (United States)","Status":"GA",\
            "VoiceTag":{"ContentCategories":["Conversation"],"VoicePersonalities":["Friendly"]}},
            {"Name":"Microsoft Server Speech Text to Speech Voice (de-DE, ConradNeural)","ShortName":"de-DE-ConradNeural",\
            "Gender":"Male","Locale":"de-DE","SuggestedCodec":"audio-24khz-48kbitrate-mono-mp3",\
            "FriendlyName":"Microsoft Conrad Online (Natural) - German (Germany)","Status":"GA","VoiceTag":{}},
            {"ShortName":"<script>","Gender":"Male","Locale":"en-US"}]""";

    final List<String> ssml = new CopyOnWriteArrayList<>();
    final List<String> configs = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();

    /** The time by which its clock is ahead of this machine's. */
    volatile Duration ahead = Duration.ZERO;

    /** The headers of all requests. */
    final List<MultiMap> headers = new CopyOnWriteArrayList<>();

    /** The close codes of the WebSockets; -1 if a connection ended without one. */
    final List<Integer> closes = new CopyOnWriteArrayList<>();

    volatile boolean refusesEverybody;
    volatile boolean tellsTheTime = true;

    /** The plays of the coming turns; the last one is repeated. */
    final List<Turn> turns = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    EdgeStandIn(Vertx vertx, int port) {
        server = vertx.createHttpServer(new HttpServerOptions().setPerMessageWebSocketCompressionSupported(true))
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/consumer/speech/synthesize/readaloud".formatted(server.actualPort()));
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        // Handshakes of WebSockets arrive here, too.
        boolean isList = String.valueOf(request.path()).endsWith("/readaloud/voices/list");
        if (isList) {
            lists.incrementAndGet();
        } else {
            connections.incrementAndGet();
        }
        headers.add(request.headers());
        if (tellsTheTime) {
            request.response()
                    .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atZone(ZoneOffset.UTC)));
        }
        if (!isWelcome(request)) {
            request.response().setStatusCode(403).end();
        } else if (isList) {
            request.response().putHeader("Content-Type", "application/json").end(LIST);
        } else {
            request.toWebSocket().onSuccess(this::speak);
        }
    }

    private boolean isWelcome(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        return !refusesEverybody
                && AccessToken.at(now()).equals(request.getParam("Sec-MS-GEC"))
                && AccessToken.VERSION.equals(request.getParam("Sec-MS-GEC-Version"))
                && AccessToken.CLIENT.equals(request.getParam("TrustedClientToken"))
                && String.valueOf(request.getHeader("User-Agent")).contains("Edg/")
                && (path.endsWith("/voices/list") || (path.endsWith("/edge/v1") && isOfTheBrowser(request)));
    }

    private static boolean isOfTheBrowser(HttpServerRequest request) {
        return String.valueOf(request.getParam("ConnectionId")).matches("[0-9a-f]{32}")
                && "chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold".equals(request.getHeader("Origin"));
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }

    private void speak(ServerWebSocket socket) {
        socket.closeHandler(nothing -> {
            Short status = socket.closeStatusCode();
            closes.add(status == null ? -1 : status.intValue());
        });
        socket.textMessageHandler(message -> {
            if (message.contains("Path:speech.config\r\n")) {
                configs.add(message);
            } else if (message.contains("Path:ssml\r\n")) {
                ssml.add(message.substring(message.indexOf("\r\n\r\n") + 4));
                Turn turn = turns.size() > 1 ? turns.removeFirst() : turns.getFirst();
                turn.play(new Speaking(socket, header(message, "X-RequestId")));
            }
        });
    }

    private static String header(String message, String name) {
        return message.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** The behaviour for one clause. */
    interface Turn {

        /** The normal behaviour. */
        Turn GOOD = speaking -> {
            speaking.begin();
            speaking.word("Hello", 1_000_000, 4_000_000);
            speaking.audio(MP3, 0, MP3.length / 2);
            speaking.word("you &amp; me", 5_500_000, 5_000_000);
            speaking.audio(MP3, MP3.length / 2, MP3.length);
            speaking.lastFrame();
            speaking.text("turn.end", "{}");
        };

        void play(Speaking speaking);
    }

    /** The service's side of one turn. */
    record Speaking(ServerWebSocket socket, String requestId) {

        void begin() {
            text("turn.start", "{\"context\":{\"serviceTag\":\"6e8cd0e8a3f44d2b\"}}");
            text(
                    "response",
                    "{\"context\":{\"serviceTag\":\"6e8cd0e8a3f44d2b\"},\"audio\":{\"type\":\"inline\",\"streamId\":\"1\"}}");
        }

        void word(String text, long offset, long duration) {
            text("audio.metadata", """
                    {"Metadata": [{"Type": "WordBoundary", "Data": {"Offset": %d, "Duration": %d, "text": \
                    {"Text": "%s", "Length": %d, "BoundaryType": "WordBoundary"}}}]}""".formatted(offset, duration, text, text.length()));
        }

        void text(String path, String body) {
            socket.writeTextMessage(
                    "X-RequestId:%s\r\nContent-Type:application/json; charset=utf-8\r\nPath:%s\r\n\r\n%s"
                            .formatted(requestId, path, body));
        }

        void audio(byte[] file, int from, int to) {
            frame(
                    "X-RequestId:%s\r\nContent-Type:audio/mpeg\r\nX-StreamId:1\r\nPath:audio\r\n".formatted(requestId),
                    Buffer.buffer(file).slice(from, to));
        }

        /** The last frame, without a type and without sound. */
        void lastFrame() {
            frame("X-RequestId:%s\r\nX-StreamId:1\r\nPath:audio\r\n".formatted(requestId), Buffer.buffer());
        }

        void frame(String headers, Buffer body) {
            socket.writeBinaryMessage(Buffer.buffer()
                    .appendUnsignedShort(headers.length())
                    .appendString(headers)
                    .appendBuffer(body));
        }
    }
}
