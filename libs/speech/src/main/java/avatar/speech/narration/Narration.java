package avatar.speech.narration;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The segments of a request that is being read aloud. Each clause is spoken when its first segment is taken, so that only one is in
 * memory. One call at a time; only {@link #close} may come from any thread.
 */
public final class Narration implements Iterator<SpeechSegment>, AutoCloseable {

    /** Half of what Kafka takes as a record, so that the timeline fits in too: 16 s at 16 kHz. */
    private static final int MAX_AUDIO_BYTES = 512 * 1024;

    private final SpeechRequest request;
    private final Iterator<Supplier<Said>> clauses;
    private final AtomicBoolean isClosed;
    private final Deque<SpeechSegment> segments = new ArrayDeque<>();
    private int nextIndex;

    /**
     * A narration of {@code request}.
     *
     * @param clauses speak them; at least one
     * @param isClosed shared with {@code clauses}
     */
    Narration(SpeechRequest request, List<Supplier<Said>> clauses, AtomicBoolean isClosed) {
        this.request = request;
        this.clauses = clauses.iterator();
        this.isClosed = isClosed;
    }

    @Override
    public boolean hasNext() {
        return !segments.isEmpty() || clauses.hasNext();
    }

    /**
     * Makes the next segment. The last one of the request has {@link SpeechSegment#last}.
     *
     * @throws AvatarException if it can't be made; no segment can be made after it
     * @throws CancellationException if this was closed
     */
    @Override
    public SpeechSegment next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "The last segment of utterance %s was taken".formatted(request.utteranceId()));
        }
        if (isClosed.get()) {
            throw new CancellationException("The narration of utterance %s is closed".formatted(request.utteranceId()));
        }
        if (segments.isEmpty()) {
            cut(speakNext());
        }
        return segments.remove();
    }

    private Said speakNext() {
        try {
            return clauses.next().get();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void cut(Said said) {
        List<SegmentPiece> pieces = SegmentPiece.of(said.sound(), said.timeline(), MAX_AUDIO_BYTES);
        for (int i = 0; i < pieces.size(); i++) {
            // The first segment of a clause has all of its text.
            String text = i == 0 ? said.text() : "";
            boolean isLast = !clauses.hasNext() && i == pieces.size() - 1;
            segments.add(segment(text, said.voice(), pieces.get(i), isLast));
        }
    }

    private SpeechSegment segment(String text, String voice, SegmentPiece piece, boolean isLast) {
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                request.utteranceId(),
                request.channel(),
                request.mode(),
                nextIndex++,
                isLast,
                voice,
                text,
                request.requestedAt(),
                piece.clause().sampleRateHz(),
                piece.timeline(),
                piece.clause().phonemes(),
                piece.clause().words(),
                piece.clause().audio());
    }

    /** Stops it: clauses that have not begun are not spoken. */
    @Override
    public void close() {
        isClosed.set(true);
    }
}
