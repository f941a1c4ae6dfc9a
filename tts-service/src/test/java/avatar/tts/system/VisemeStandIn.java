package avatar.tts.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.json.Json;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Speaks viseme-service's protocol over real HTTP: a cue for every phoneme, or a single one for a recording. It
 * refuses clauses with phonemes that are longer than {@link #LONGEST}.
 */
final class VisemeStandIn implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(9);

    private final HttpServer server;

    VisemeStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/timelines", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            boolean isForm =
                    exchange.getRequestHeaders().getFirst("Content-Type").startsWith("multipart/form-data");
            if (!isForm && Json.read(asked, TimelineRequest.class).duration().compareTo(LONGEST) > 0) {
                exchange.sendResponseHeaders(422, -1);
                return;
            }
            byte[] body = Json.write(isForm ? open(asked) : timeline(Json.read(asked, TimelineRequest.class)));
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=" + UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A mouth open for as long as the WAV file in the form. */
    private static SpokenTimeline open(byte[] form) {
        int head = new String(form, ISO_8859_1).indexOf("RIFF");
        ByteBuffer wav = ByteBuffer.wrap(form).order(ByteOrder.LITTLE_ENDIAN);
        int sampleRateHz = wav.getInt(head + 24);
        int bytes = wav.getInt(head + 40);
        Duration duration = SpeechSegment.durationOf(bytes / 2, sampleRateHz);
        return SpokenTimeline.of(
                new VisemeTimeline(duration, List.of(new Cue(Viseme.AA, Duration.ZERO, duration))),
                List.of(new Phoneme("aa", Duration.ZERO, duration)),
                List.of(new Word("ah", Duration.ZERO, duration)));
    }

    private static VisemeTimeline timeline(TimelineRequest request) {
        List<Cue> cues = request.phonemes().stream()
                .map(phoneme -> new Cue(
                        Viseme.ofPhoneme(phoneme.symbol().toUpperCase(Locale.ROOT))
                                .orElse(Viseme.M),
                        phoneme.start(),
                        phoneme.end()))
                .toList();
        return new VisemeTimeline(request.duration(), cues);
    }
}
