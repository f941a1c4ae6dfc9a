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
 * Somebody who watches a channel, at the speed of his own line.
 *
 * <p>At most one frame waits for him: a newer one takes its place, and that is counted. Audio is never left out; who is
 * too far behind for it, or takes nothing for too long, is cut off. Anyone may call; parts are written on the thread of
 * his connection. Of what waits he holds the buffers, and gives them back when it is written or dropped.
 */
final class Viewer {

    /** How far behind a viewer may be. */
    record Limits(long stallNanos, long audioBacklogBytes) {}

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

    /** What can be told of a viewer: frames since he came, and in the latest whole second. */
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
     * Gives him the newest frame and the audio that comes before it; both at once, so that no older frame, which knows
     * nothing of that audio, can come between them. {@link #drain} writes it.
     *
     * @param newest still the caller's; null if this frame is not for him
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

    /** Drops what waits of the sound of an utterance. */
    synchronized void hush(String utteranceId) {
        audio.removeIf(sound -> {
            boolean isOfIt = sound.utteranceId().equals(utteranceId);
            if (isOfIt) {
                audioBytes -= sound.part().readableBytes();
                sound.part().release();
            }
            return isOfIt;
        });
    }

    /** Forgets what waits; nothing is written any more. */
    synchronized void close() {
        isClosed = true;
        if (frame != null) {
            frame.release();
            frame = null;
        }
        audio.forEach(sound -> sound.part().release());
        audio.clear();
    }

    /** Sends him away: the channel is gone. */
    void end() {
        close();
        wire.thread().execute(wire::end);
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

    /** Writes what waits, as far as his line takes it. On the thread of his connection. */
    void drain() {
        while (!wire.isFull() && writeNext()) {
            // Until the connection has enough or nothing waits.
        }
    }

    /**
     * Writes what is next, if it is its turn: a frame waits until the one before has left, however much the connection
     * would still take, because until then a newer one may come.
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
