package avatar.system;

import static org.awaitility.Awaitility.await;

import avatar.system.PartStream.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A viewer of picture and sound behind the gateway, on a thread of its own. */
final class ChannelWatcher implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int OK = 200;
    private static final int BYTES_PER_SAMPLE = 2;

    private final URI address;
    private final Thread thread;
    private final HeardSpeech heard = new HeardSpeech();

    private volatile boolean isClosed;
    private @Nullable PartStream stream;
    private long frames;
    private long latestNanos;
    private long longestPauseNanos;
    private double latestTime;
    private int ended;
    private int interruptions;
    private String trouble = "";

    ChannelWatcher(URI address) {
        this.address = address;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
        thread.start();
    }

    /** Watches until it is closed; without the gateway it tries again, as a browser does. */
    private void watch() {
        await().forever().ignoreExceptions().until(this::watchOnce);
    }

    /** Watches until the response ends. */
    private boolean watchOnce() throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (PartStream opened = new PartStream(response.body())) {
            synchronized (this) {
                stream = opened;
            }
            while (!isClosed && response.statusCode() == OK) {
                take(opened.next());
            }
        } catch (IOException e) {
            noteEnd(e);
        }
        return isClosed;
    }

    private synchronized void take(Part part) {
        if (part.type().startsWith("audio/")) {
            double length = part.bytes() / (BYTES_PER_SAMPLE * rate(part));
            heard.add(part.header("X-Utterance"), (int) part.number("X-Segment"), part.number("X-Timestamp"), length);
        } else if (part.type().equals("image/jpeg")) {
            long now = System.nanoTime();
            if (frames > 0) {
                longestPauseNanos = Math.max(longestPauseNanos, now - latestNanos);
            }
            frames++;
            latestNanos = now;
            latestTime = part.number("X-Timestamp");
            heard.shown(part.header("X-Utterance"), latestTime);
        } else {
            interruptions++;
            heard.interrupted(latestTime);
        }
    }

    private static double rate(Part part) {
        return Double.parseDouble(part.type().replaceAll(".*rate=(\\d+).*", "$1"));
    }

    private synchronized void noteEnd(IOException e) {
        if (!isClosed && frames > 0) {
            ended++;
            trouble = String.valueOf(e);
        }
    }

    /** Frames seen. */
    synchronized long frames() {
        return frames;
    }

    /** The longest time between two frames since the last call, the one that lasts included, in seconds. */
    synchronized double takeLongestPause() {
        long longest = Math.max(longestPauseNanos, System.nanoTime() - latestNanos);
        longestPauseNanos = 0;
        return longest / 1e9;
    }

    /** How often the response ended, which it never does by itself. */
    synchronized int ended() {
        return ended;
    }

    /** How often the sound was interrupted since the last call. */
    synchronized int takeInterruptions() {
        int taken = interruptions;
        interruptions = 0;
        return taken;
    }

    synchronized String trouble() {
        return trouble;
    }

    synchronized HeardSpeech.Heard heard(String utterance, Map<Integer, Double> segments) {
        return heard.of(utterance, segments);
    }

    synchronized String describe(String utterance) {
        return heard.describe(utterance);
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        thread.interrupt();
        synchronized (this) {
            if (stream != null) {
                stream.close();
            }
        }
    }
}
