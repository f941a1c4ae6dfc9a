package avatar.compositor.stream;

import avatar.pictures.playback.RateMeter;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection that receives a channel, at the speed of its own line.
 *
 * <p>At most one frame waits for it: a newer one takes its place, and that is counted. Audio is never left out; a
 * viewer that is too far behind for it, or takes no bytes within the write timeout, is disconnected. Thread-safe;
 * parts are written on the connection's thread. The viewer owns the buffers that wait, and releases them when they
 * are written or dropped.
 */
final class Viewer {

    /** How far behind a viewer may be. */
    record Limits(long writeTimeoutNanos, long audioBacklogBytes) {}

    private final String id;
    private final Wire wire;
    private final Limits limits;
    private final LongSupplier nanos;

    private final Queue<Sound> audio = new ArrayDeque<>();
    private final RateMeter rate = new RateMeter();
    private @Nullable ByteBuf frame;
    private long audioBytes;
    private int beingWritten;
    private boolean isFrameLeaving;
    private long progressNanos;
    private long sent;
    private long dropped;
    private boolean isClosed;
    private @Nullable String cutOff;

    Viewer(String id, Wire wire, Limits limits, LongSupplier nanos) {
        this.id = id;
        this.wire = wire;
        this.limits = limits;
        this.nanos = nanos;
        this.progressNanos = nanos.getAsLong();
        wire.onDrain(this::drain);
    }

    /** Frames since the viewer joined, and in the latest full second. */
    record Status(long sent, long dropped, int fps) {}

    synchronized Status status() {
        return new Status(sent, dropped, rate.perSecond(nanos.getAsLong()));
    }

    String id() {
        return id;
    }

    /** Where {@link #drain} is to be called. */
    Executor thread() {
        return wire.thread();
    }

    /**
     * Queues the newest frame and the audio that comes before it; both at once, so that no older frame, which knows
     * nothing of that audio, can come between them. {@link #drain} writes them.
     *
     * @param newest still the caller's; null if this viewer skips the frame
     */
    synchronized void offer(@Nullable ByteBuf newest, List<Sound> sounds) {
        if (isClosed) {
            return;
        }
        if (frame == null && audio.isEmpty() && beingWritten == 0) {
            progressNanos = nanos.getAsLong();
        }
        if (newest != null) {
            if (frame != null) {
                dropped++;
                frame.release();
            }
            frame = newest.retain();
        }
        for (Sound sound : sounds) {
            audioBytes += sound.part().readableBytes();
            audio.add(new Sound(sound.utteranceId(), sound.part().retain()));
        }
        cutOff = reasonToCutOff();
        if (cutOff != null) {
            close();
            wire.hangUp();
        }
    }

    /** Drops the waiting sound of an utterance. */
    synchronized void endUtterance(String utteranceId) {
        audio.removeIf(sound -> {
            boolean isOfIt = sound.utteranceId().equals(utteranceId);
            if (isOfIt) {
                audioBytes -= sound.part().readableBytes();
                sound.part().release();
            }
            return isOfIt;
        });
    }

    /** Drops all waiting parts; none is accepted any more. */
    synchronized void close() {
        isClosed = true;
        if (frame != null) {
            frame.release();
            frame = null;
        }
        audio.forEach(sound -> sound.part().release());
        audio.clear();
    }

    /** Ends the stream: the channel was closed. */
    void end() {
        close();
        wire.thread().execute(wire::end);
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Why the service disconnected it; null if it did not. */
    synchronized @Nullable String cutOff() {
        return cutOff;
    }

    private @Nullable String reasonToCutOff() {
        if (audioBytes > limits.audioBacklogBytes()) {
            return "%d bytes of audio behind".formatted(audioBytes);
        }
        long stalled = nanos.getAsLong() - progressNanos;
        return stalled > limits.writeTimeoutNanos() ? "took no bytes for %d ms".formatted(stalled / 1_000_000) : null;
    }

    /** Writes waiting parts, as far as the line takes them. On the connection's thread. */
    void drain() {
        while (!wire.isFull() && writeNext()) {
            // Until the connection is full or no part waits.
        }
    }

    /**
     * Writes the next part, if it may be written: a frame waits until the one before has left, however much the
     * connection would still take, because until then a newer one may come.
     */
    private boolean writeNext() {
        ByteBuf part;
        boolean isFrame;
        synchronized (this) {
            Sound sound = audio.poll();
            isFrame = sound == null;
            if (sound != null) {
                part = sound.part();
                audioBytes -= part.readableBytes();
            } else if (frame != null && !isFrameLeaving) {
                part = frame;
                frame = null;
                isFrameLeaving = true;
            } else {
                return false;
            }
            beingWritten++;
        }
        // A buffer has one reading position, and others read it, too.
        wire.write(part.duplicate()).onComplete(result -> {
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
