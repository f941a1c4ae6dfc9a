package avatar.web.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A speech API and a stream as the page sees them: a drawn face at 25 frames a second, which says every text as two tones
 * of two seconds each. Everything happens on one event loop; the methods for tests may be called from anywhere.
 */
public final class FakeAvatar implements AutoCloseable {

    /** How long it speaks, whatever the text. */
    public static final double SPEECH_SECONDS = 4;

    private static final int FPS = 25;
    private static final int LOOP = 50;
    static final int RATE = 16_000;
    private static final int SEGMENTS = 2;
    private static final String[] VISEMES = {"M", "Aa", "Eh", "W", "S"};

    private final List<byte[]> silent = IntStream.range(0, LOOP)
            .mapToObj(frame -> FakePicture.jpeg(frame, LOOP, false))
            .toList();
    private final List<byte[]> speaking = IntStream.range(0, LOOP)
            .mapToObj(frame -> FakePicture.jpeg(frame, LOOP, true))
            .toList();

    private final double startedAt = System.currentTimeMillis() / 1000.0;
    private final List<HttpServerResponse> audioVideoViewers = new CopyOnWriteArrayList<>();
    private final Map<HttpServerResponse, String> channels = new ConcurrentHashMap<>();
    private final List<HttpServerResponse> videoViewers = new CopyOnWriteArrayList<>();
    private final List<HttpServerResponse> listeners = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final long timer;

    private final Router compositor;
    private final FakeMovies movies;
    private final FakeSetups setups;
    private final List<JsonObject> speeches = new CopyOnWriteArrayList<>();

    private int utterances;
    private @Nullable String utterance;
    private JsonObject said = new JsonObject();
    private long firstFrame;
    private int nextSegment;
    private volatile double soundAheadSeconds;
    private long sentFrame;

    public FakeAvatar(Vertx vertx, FakeServices services) {
        this.vertx = vertx;
        services.tts.answer(this::answerSpeech);
        Router router = Router.router(vertx);
        movies = new FakeMovies(router);
        setups = new FakeSetups(vertx, router);
        router.route().handler(call -> answerStream(call.request()));
        compositor = router;
        services.compositor.answer(compositor);
        timer = vertx.setPeriodic(4, tick -> sendDueFrame());
    }

    /** From now on every segment is sent with the first one, long before its time. */
    public void sendAllSoundAtOnce() {
        soundAheadSeconds = SPEECH_SECONDS;
    }

    /** Answers as the compositor, for a test that answers some requests itself. */
    public void answerCompositor(HttpServerRequest request) {
        compositor.handle(request);
    }

    /** What it keeps of what it said. */
    public FakeMovies movies() {
        return movies;
    }

    /** How new avatars are made. */
    public FakeSetups setups() {
        return setups;
    }

    /** What it was asked to say, as it was asked. */
    public List<JsonObject> speeches() {
        return speeches;
    }

    /** Keeps nothing of what was said until now, as after a restart. */
    public void forget() {
        movies.forget(vertx);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    /** How many pages read the stream with sound. */
    public int viewers() {
        return audioVideoViewers.size();
    }

    /** How many pages listen to what becomes of utterances. */
    public int listeners() {
        return listeners.size();
    }

    /** The channels that pages read now. */
    public Set<String> viewedChannels() {
        return Set.copyOf(channels.values());
    }

    private void answerStream(HttpServerRequest request) {
        HttpServerResponse viewer = request.response()
                .setChunked(true)
                .putHeader("content-type", "multipart/x-mixed-replace;boundary=frame");
        List<HttpServerResponse> viewers = request.uri().startsWith("/av/") ? audioVideoViewers : videoViewers;
        sendRestOfSegment(viewer);
        viewers.add(viewer);
        if (request.uri().startsWith("/av/")) {
            channels.put(viewer, request.uri().substring("/av/".length()));
        }
        viewer.closeHandler(closed -> {
            viewers.remove(viewer);
            channels.remove(viewer);
        });
    }

    private void answerSpeech(HttpServerRequest request) {
        if (request.uri().endsWith("/voices")) {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(FakeVoices.all().encode());
        } else if (request.uri().endsWith("/events")) {
            HttpServerResponse listener =
                    request.response().setChunked(true).putHeader("content-type", "text/event-stream");
            listener.write(": hello\n\n");
            listeners.add(listener);
            listener.closeHandler(closed -> listeners.remove(listener));
        } else if (request.method().equals(HttpMethod.DELETE)) {
            end("stopped");
            request.response().setStatusCode(202).end();
        } else {
            request.bodyHandler(body -> speak(request, body.toJsonObject()));
        }
    }

    private void speak(HttpServerRequest request, JsonObject speech) {
        if (speech.getString("text").isBlank()) {
            request.response()
                    .setStatusCode(422)
                    .putHeader("content-type", "application/problem+json")
                    .end("""
                    {"type":"urn:avatar:problem:INVALID_TEXT","title":"The text can't be spoken","status":422,
                     "detail":"The text has nothing to say in it"}""");
            return;
        }
        speeches.add(speech);
        String next = "utterance-" + ++utterances;
        request.response()
                .setStatusCode(202)
                .putHeader("content-type", "application/json")
                .end(new JsonObject().put("utteranceId", next).encode());
        tell(next, "accepted", null);
        tell(next, "synthesizing", null);
        vertx.setTimer(150, tick -> {
            if (speech.getString("text").equals("fail")) {
                tell(next, "failed", "the voice 'slt' has no breath");
            } else {
                begin(next, speech);
            }
        });
    }

    private void begin(String next, JsonObject wish) {
        end("replaced");
        utterance = next;
        said = wish;
        firstFrame = sentFrame + 1;
        nextSegment = 0;
        tell(next, "speaking", null);
    }

    private void end(String state) {
        if (utterance != null) {
            tell(utterance, state, null);
            utterance = null;
        }
    }

    private void tell(String id, String state, @Nullable String detail) {
        JsonObject event = new JsonObject()
                .put("schemaVersion", 1)
                .put("utteranceId", id)
                .put("channel", "main")
                .put("state", state)
                .put("detail", detail);
        listeners.forEach(listener -> listener.write("event: %s\ndata: %s\n\n".formatted(state, event.encode())));
    }

    /** Nothing while no frame is due; the newest when several are. */
    private void sendDueFrame() {
        long due = (long) ((System.currentTimeMillis() / 1000.0 - startedAt) * FPS);
        if (due <= sentFrame) {
            return;
        }
        sentFrame = due;
        double into = (due - firstFrame) / (double) FPS;
        if (utterance != null && into + 0.5 / FPS >= SPEECH_SECONDS) {
            end("done");
        }
        if (utterance == null) {
            audioVideoViewers.forEach(viewer -> send(viewer, frame(due, null, 0)));
        } else {
            while (nextSegment < SEGMENTS && into + soundAheadSeconds >= nextSegment * SPEECH_SECONDS / SEGMENTS) {
                double begins = nextSegment * SPEECH_SECONDS / SEGMENTS;
                movies.said(utterance, said, pcm(nextSegment, 0), RATE);
                Buffer audio = audio(nextSegment++, 0, timeOf(firstFrame) + begins);
                audioVideoViewers.forEach(viewer -> send(viewer, audio));
            }
            Buffer frame = frame(due, utterance, into + 0.5 / FPS);
            audioVideoViewers.forEach(viewer -> send(viewer, frame));
        }
        videoViewers.forEach(viewer -> send(viewer, frame(due, null, 0)));
    }

    /** What somebody who joins in mid-segment has to hear. */
    private void sendRestOfSegment(HttpServerResponse viewer) {
        int segment = nextSegment - 1;
        double into = (sentFrame + 1 - firstFrame) / (double) FPS - segment * SPEECH_SECONDS / SEGMENTS;
        if (utterance != null && segment >= 0 && into < SPEECH_SECONDS / SEGMENTS) {
            viewer.write(audio(segment, into, timeOf(sentFrame + 1)));
        }
    }

    private double timeOf(long frame) {
        return startedAt + frame / (double) FPS;
    }

    private Buffer frame(long number, @Nullable String spoken, double position) {
        int index = (int) (number % LOOP);
        String headers = "X-Timestamp: %.6f\r\nX-Frame: %d\r\n".formatted(timeOf(number), index);
        headers += "X-Utterance: %s\r\nX-Viseme: %s\r\nX-Audio-Position: %.3f\r\n"
                .formatted(
                        spoken == null ? "" : spoken,
                        spoken == null ? "Sil" : VISEMES[index % VISEMES.length],
                        spoken == null ? 0 : position);
        return part("image/jpeg", headers, (spoken == null ? silent : speaking).get(index));
    }

    private static byte[] pcm(int segment, double from) {
        byte[] pcm = new byte[2 * (int) Math.round(RATE * (SPEECH_SECONDS / SEGMENTS - from))];
        for (int i = 0; i < pcm.length / 2; i++) {
            int sample = (int) (6_000 * Math.sin(2 * Math.PI * (segment + 1) * 220 * i / RATE));
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        return pcm;
    }

    private Buffer audio(int segment, double from, double time) {
        return part(
                "audio/pcm;rate=%d;channels=1;format=s16le".formatted(RATE),
                "X-Timestamp: %.6f\r\nX-Utterance: %s\r\nX-Segment: %d\r\n".formatted(time, utterance, segment),
                pcm(segment, from));
    }

    private static Buffer part(String type, String headers, byte[] body) {
        String head =
                "--frame\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n".formatted(type, body.length, headers);
        return Buffer.buffer(head.getBytes(US_ASCII)).appendBytes(body).appendString("\r\n");
    }

    private static void send(HttpServerResponse viewer, Buffer part) {
        if (!viewer.writeQueueFull()) {
            viewer.write(part);
        }
    }
}
