package avatar.bench.live;

import avatar.bench.command.ApiKey;
import avatar.bench.command.BenchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The frames of a channel, read by a thread of its own so that a frame's time is that of its arrival. */
public final class FrameStream implements AutoCloseable {

    private static final int NO_FRAME = -1;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI url;
    private final InputStream in;
    private final BlockingQueue<StreamedFrame> arrived = new LinkedBlockingQueue<>();

    private volatile String ending = "";

    private FrameStream(URI url, InputStream in) {
        this.url = url;
        this.in = in;
    }

    /**
     * Opens a stream and starts reading.
     *
     * @throws BenchException if there is no such stream
     */
    public static FrameStream open(URI url) {
        HttpResponse<InputStream> response = request(url);
        if (response.statusCode() != 200) {
            throw new BenchException("%s answered %d, expected 200".formatted(url, response.statusCode()));
        }
        FrameStream stream = new FrameStream(url, new BufferedInputStream(response.body(), 1 << 16));
        Thread.ofPlatform().daemon().name("frames").start(stream::read);
        return stream;
    }

    private static HttpResponse<InputStream> request(URI url) {
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
            return client.send(ApiKey.addTo(HttpRequest.newBuilder(url)).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new BenchException(
                    "%s does not answer; is the system running? ./avatar up starts it".formatted(url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /** The next frame; null if none arrives until then, by {@link System#nanoTime}. */
    public @Nullable StreamedFrame next(long untilNanos) {
        try {
            StreamedFrame frame = arrived.poll(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            boolean isFrame = frame != null && frame.index() != NO_FRAME;
            if (!isFrame && !ending.isEmpty()) {
                throw new BenchException("The stream %s ended: %s".formatted(url, ending));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /**
     * The next frame.
     *
     * @throws BenchException if none arrives
     */
    public StreamedFrame next() {
        StreamedFrame frame = next(System.nanoTime() + TIMEOUT.toNanos());
        if (frame == null) {
            throw new BenchException("The stream %s sent no frame for %d s".formatted(url, TIMEOUT.toSeconds()));
        }
        return frame;
    }

    /** Discards frames that have arrived and were not read. */
    public void discard() {
        arrived.clear();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new BenchException("The stream %s can't be closed: %s".formatted(url, e), e);
        }
    }

    private void read() {
        MultipartReader reader = new MultipartReader(in);
        try {
            while (true) {
                arrived.add(reader.next());
            }
        } catch (IOException e) {
            ending = e.toString();
            // Wakes a waiting reader.
            arrived.add(new StreamedFrame(NO_FRAME, null, new byte[0], System.nanoTime()));
        }
    }
}
