package avatar.compositor.renders;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The speech of tts-service, segment by segment; tts-service speaks no faster than it is read. Any thread may close it.
 */
final class Speech implements Iterator<SpeechSegment>, AutoCloseable {

    /** Four times the largest record of Kafka. */
    private static final int MAX_SEGMENT_BYTES = 4 << 20;

    private final InputStream in;
    private final DataInputStream data;
    private final Function<Runnable, Future<?>> timeout;
    private int read;
    private boolean isOver;

    /**
     * Reads a stream.
     *
     * @param timeout runs a task when the next segment did not come in time, unless it is cancelled
     */
    Speech(InputStream in, Function<Runnable, Future<?>> timeout) {
        this.in = in;
        this.data = new DataInputStream(in);
        this.timeout = timeout;
    }

    @Override
    public boolean hasNext() {
        return !isOver;
    }

    /**
     * Reads the next segment; blocks until it comes.
     *
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if it does not come in time
     */
    @Override
    public SpeechSegment next() {
        if (isOver) {
            throw new NoSuchElementException("The last segment was read");
        }
        Future<?> running = timeout.apply(this::close);
        try {
            int length = data.readInt();
            if (length <= 0 || length > MAX_SEGMENT_BYTES) {
                throw brokenOff("a segment of %d bytes".formatted(length), null);
            }
            byte[] record = new byte[length];
            data.readFully(record);
            SpeechSegment segment = SpeechSegment.fromBytes(record);
            isOver = segment.last();
            read++;
            return segment;
        } catch (IOException e) {
            throw brokenOff(e.toString(), e);
        } finally {
            running.cancel(false);
        }
    }

    private AvatarException brokenOff(String found, @Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.SYNTHESIS_FAILED,
                "The speech broke off after segment %d, which was not the last: %s".formatted(read - 1, found),
                cause);
    }

    /** Ends the speech; a thread that waits for a segment fails. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
