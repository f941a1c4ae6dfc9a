package avatar.web.fake;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
 * The speech API and the streams as the page sees them: a drawn face at 25 frames a second, which says every text as
 * two tones of two seconds each. Everything happens on one event loop; the methods for tests may be called from
 * anywhere.
 */
public final class FakeAvatar implements AutoCloseable {

    /** How long it speaks, whatever the text. */
    public static final double SPEECH_SECONDS = 4;

    private static final int FPS = 25;
    private static final int LOOP = 50;
    static final int RATE = 16_000;
    private static final int SEGMENTS = 2;
    private static final String[] VISEMES = {"M", "Aa", "Eh", "W", "S"};

    // Once for all tests, as drawing them takes seconds.
    private static final List<byte[]> SILENT = pictures(false);
    private static final List<byte[]> SPEAKING = pictures(true);

    private final double startedAt = System.currentTimeMillis() / 1000.0;
    private final List<HttpServerResponse> audioVideoViewers = new CopyOnWriteArrayList<>();
    private final Map<HttpServerResponse, String> channels = new ConcurrentHashMap<>();
    private final List<HttpServerResponse> videoViewers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final long timer;

    private final Router compositor;
    private final FakeRenders renders;
    private final FakeSpeech speech;
    private final FakeSetups setups;

    private long firstFrame;
    private int nextSegment;
    private volatile double soundAheadSeconds;
    private long sentFrame;

    public FakeAvatar(Vertx vertx, FakeServices services) {
        this.vertx = vertx;
        speech = new FakeSpeech(vertx, this::begin);
        services.tts.answer(speech::answer);
        Router router = Router.router(vertx);
        renders = new FakeRenders(router);
        setups = new FakeSetups(vertx, router);
        router.route().handler(call -> answerStream(call.request()));
        compositor = router;
        services.compositor.answer(compositor);
        timer = vertx.setPeriodic(4, tick -> sendDueFrame());
    }

    private static List<byte[]> pictures(boolean speaks) {
        return IntStream.range(0, LOOP)
                .mapToObj(frame -> FakePicture.jpeg(frame, LOOP, speaks))
                .toList();
    }

    /** Sends every segment with the first one from now on, long before its time. */
    public void sendAllSoundAtOnce() {
        soundAheadSeconds = SPEECH_SECONDS;
    }

    /**
     * Lets another compositor continue: it says the last half second again, with the sound that follows, at a time of
     * its own.
     */
    public void moveToAnotherCompositor() {
        vertx.runOnContext(moved -> {
            audioVideoViewers.forEach(viewer -> viewer.write(FakeParts.INTERRUPTION));
            if (speech.current() != null) {
                firstFrame += FPS / 2;
                nextSegment = 1 + (int) ((sentFrame + 1 - firstFrame) / (double) FPS * SEGMENTS / SPEECH_SECONDS);
                audioVideoViewers.forEach(this::sendRestOfSegment);
            }
        });
    }

    /** Answers as compositor-service, for a test that answers some requests itself. */
    public void answerCompositor(HttpServerRequest request) {
        compositor.handle(request);
    }

    /** Answers as tts-service, for a test that answers some requests itself. */
    public void answerTts(HttpServerRequest request) {
        speech.answer(request);
    }

    /** The utterances it keeps, and renders. */
    public FakeRenders renders() {
        return renders;
    }

    /** The avatars, and setups that create them. */
    public FakeSetups setups() {
        return setups;
    }

    /** The bodies of all requests for speech. */
    public List<JsonObject> speeches() {
        return speech.speeches();
    }

    /** Forgets all utterances, as a restart does. */
    public void forget() {
        renders.forget(vertx);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    /** How many pages read the stream with sound. */
    public int viewers() {
        return audioVideoViewers.size();
    }

    /** How many pages read the events of utterances. */
    public int listeners() {
        return speech.listeners();
    }

    /** The channels that pages read now. */
    public Set<String> viewedChannels() {
        return Set.copyOf(channels.values());
    }

    private void answerStream(HttpServerRequest request) {
        String channel = request.uri().replaceAll("^/\\w+/|\\.mjpeg$", "");
        if (!setups.hasChannel(channel)) {
            Answers.problem(request.response(), 404, "NOT_FOUND", "No channel '%s'".formatted(channel));
            return;
        }
        HttpServerResponse viewer =
                request.response().setChunked(true).putHeader("content-type", FakeParts.CONTENT_TYPE);
        viewer.write(FakeParts.OPENING);
        List<HttpServerResponse> viewers = request.uri().startsWith("/av/") ? audioVideoViewers : videoViewers;
        sendRestOfSegment(viewer);
        viewers.add(viewer);
        if (request.uri().startsWith("/av/")) {
            channels.put(viewer, channel);
        }
        viewer.closeHandler(closed -> {
            viewers.remove(viewer);
            channels.remove(viewer);
        });
    }

    /** Runs when the speech API begins an utterance. */
    private void begin() {
        firstFrame = sentFrame + 1;
        nextSegment = 0;
    }

    /** Sends no frame while none is due, the newest when several are. */
    private void sendDueFrame() {
        long due = (long) ((System.currentTimeMillis() / 1000.0 - startedAt) * FPS);
        if (due <= sentFrame) {
            return;
        }
        sentFrame = due;
        double into = (due - firstFrame) / (double) FPS;
        if (speech.current() != null && into + 0.5 / FPS >= SPEECH_SECONDS) {
            speech.end("done");
            into = (due - firstFrame) / (double) FPS;
        }
        FakeSpeech.Utterance current = speech.current();
        if (current == null || into < 0) {
            audioVideoViewers.forEach(viewer -> send(viewer, frame(due, null, 0)));
        } else {
            while (nextSegment < SEGMENTS && into + soundAheadSeconds >= nextSegment * SPEECH_SECONDS / SEGMENTS) {
                double begins = nextSegment * SPEECH_SECONDS / SEGMENTS;
                renders.said(current.id(), current.speech(), current.voice(), pcm(nextSegment, 0), RATE);
                Buffer audio = audio(current.id(), nextSegment++, 0, timeOf(firstFrame) + begins);
                audioVideoViewers.forEach(viewer -> send(viewer, audio));
            }
            Buffer frame = frame(due, current.id(), into + 0.5 / FPS);
            audioVideoViewers.forEach(viewer -> send(viewer, frame));
        }
        videoViewers.forEach(viewer -> send(viewer, frame(due, null, 0)));
    }

    /** Sends what is left of the segment to a viewer that joins in its middle. */
    private void sendRestOfSegment(HttpServerResponse viewer) {
        int segment = nextSegment - 1;
        double into = (sentFrame + 1 - firstFrame) / (double) FPS - segment * SPEECH_SECONDS / SEGMENTS;
        FakeSpeech.Utterance current = speech.current();
        if (current != null && segment >= 0 && into < SPEECH_SECONDS / SEGMENTS) {
            viewer.write(audio(current.id(), segment, into, timeOf(sentFrame + 1)));
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
        return FakeParts.part("image/jpeg", headers, (spoken == null ? SILENT : SPEAKING).get(index));
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

    private static Buffer audio(String utterance, int segment, double from, double time) {
        return FakeParts.part(
                "audio/pcm;rate=%d;channels=1;format=s16le".formatted(RATE),
                "X-Timestamp: %.6f\r\nX-Utterance: %s\r\nX-Segment: %d\r\n".formatted(time, utterance, segment),
                pcm(segment, from));
    }

    private static void send(HttpServerResponse viewer, Buffer part) {
        if (!viewer.writeQueueFull()) {
            viewer.write(part);
        }
    }
}
