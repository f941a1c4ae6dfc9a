package avatar.compositor.stream;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who watches a channel, at the speed of his own line.
 *
 * <p>At most one frame waits for him: a newer one takes its place, and that is counted. Audio is never left out; who is
 * too far behind for it, or takes nothing for too long, is cut off. Anyone may call; parts are written on the thread of
 * his connection.
 */
final class Viewer {

    /** How far behind a viewer may be. */
    record Limits(long stallNanos, long audioBacklogBytes) {}

    private final String id;
    private final boolean hears;
    private final Wire wire;
    private final Limits limits;
    private final LongSupplier nanos;

    private final Queue<Buffer> audio = new ArrayDeque<>();
    private final RateMeter rate = new RateMeter();
    private @Nullable Buffer frame;
    private long audioBytes;
    private int beingWritten;
    private boolean isFrameLeaving;
    private long progressNanos;
    private long sent;
    private long dropped;
    private boolean isClosed;
    private @Nullable String cutOff;

    /** @param hears whether he gets the audio, too */
    Viewer(String id, boolean hears, Wire wire, Limits limits, LongSupplier nanos) {
        this.id = id;
        this.hears = hears;
        this.wire = wire;
        this.limits = limits;
        this.nanos = nanos;
        this.progressNanos = nanos.getAsLong();
        wire.onDrain(this::drain);
    }

    /** What can be told of a viewer. */
    record Status(String id, String stream, long sent, long dropped, int fps) {}

    synchronized Status status() {
        return new Status(id, hears ? "av" : "mjpeg", sent, dropped, rate.perSecond(nanos.getAsLong()));
    }

    String id() {
        return id;
    }

    /**
     * Gives him the newest frame and the audio that comes before it; both at once, so that no older frame, which knows
     * nothing of that audio, can come between them.
     */
    void offer(Buffer newest, List<Buffer> clips) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            if (frame == null && beingWritten == 0) {
                progressNanos = nanos.getAsLong();
            }
            if (frame != null) {
                dropped++;
            }
            frame = newest;
            if (hears) {
                audio.addAll(clips);
                clips.forEach(clip -> audioBytes += clip.length());
            }
            cutOff = reasonToCutOff();
            if (cutOff != null) {
                close();
                wire.hangUp();
                return;
            }
        }
        wire.execute(this::drain);
    }

    /** Forgets what waits; nothing is written any more. */
    synchronized void close() {
        isClosed = true;
        frame = null;
        audio.clear();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Why the service hung up on him; null if it did not. */
    synchronized @Nullable String cutOff() {
        return cutOff;
    }

    private @Nullable String reasonToCutOff() {
        if (audioBytes > limits.audioBacklogBytes()) {
            return "%d bytes of audio behind".formatted(audioBytes);
        }
        long stalled = nanos.getAsLong() - progressNanos;
        return stalled > limits.stallNanos() ? "took nothing for %d ms".formatted(stalled / 1_000_000) : null;
    }

    private void drain() {
        while (!wire.isFull() && writeNext()) {
            // Until the connection has enough or nothing waits.
        }
    }

    /**
     * Writes what is next, if it is its turn: a frame waits until the one before has left, however much the connection
     * would still take, because until then a newer one may come.
     */
    private boolean writeNext() {
        Buffer part;
        boolean isFrame;
        synchronized (this) {
            part = audio.poll();
            isFrame = part == null;
            if (part != null) {
                audioBytes -= part.length();
            } else if (!isFrameLeaving) {
                part = frame;
                frame = null;
            }
            if (part == null) {
                return false;
            }
            isFrameLeaving |= isFrame;
            beingWritten++;
        }
        wire.write(part).onComplete(result -> {
            written(isFrame, result.succeeded());
            drain();
        });
        return true;
    }

    private synchronized void written(boolean isFrame, boolean succeeded) {
        beingWritten--;
        progressNanos = nanos.getAsLong();
        if (isFrame) {
            isFrameLeaving = false;
        }
        if (isFrame && succeeded) {
            sent++;
            rate.mark(progressNanos);
        }
    }
}
