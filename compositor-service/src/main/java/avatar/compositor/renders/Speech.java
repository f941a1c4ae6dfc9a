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

/** What tts-service says, segment by segment, as it comes; as much of it is made as is read. Anyone may close it. */
final class Speech implements Iterator<SpeechSegment>, AutoCloseable {

    /** Four times what Kafka takes. */
    private static final int LARGEST_SEGMENT = 4 << 20;

    private final InputStream in;
    private final DataInputStream data;
    private final Function<Runnable, Future<?>> later;
    private int read;
    private boolean isOver;

    /**
     * Reads a stream.
     *
     * @param later does what it is given when the patience with the next segment is over
     */
    Speech(InputStream in, Function<Runnable, Future<?>> later) {
        this.in = in;
        this.data = new DataInputStream(in);
        this.later = later;
    }

    @Override
    public boolean hasNext() {
        return !isOver;
    }

    /**
     * Waits for the next segment.
     *
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if it does not come
     */
    @Override
    public SpeechSegment next() {
        if (isOver) {
            throw new NoSuchElementException("The last segment was read");
        }
        Future<?> end = later.apply(this::close);
        try {
            int length = data.readInt();
            if (length <= 0 || length > LARGEST_SEGMENT) {
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
            end.cancel(false);
        }
    }

    private AvatarException brokenOff(String found, @Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.SYNTHESIS_FAILED,
                "The speech broke off after segment %d, which was not the last: %s".formatted(read - 1, found),
                cause);
    }

    /** Nobody wants the rest. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
