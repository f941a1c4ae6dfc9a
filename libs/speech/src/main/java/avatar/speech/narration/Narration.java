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
 * The segments of a request that is read aloud. Each clause is synthesized when its first segment is requested, so
 * only one is in memory. Not thread-safe, except for {@link #close}.
 */
public final class Narration implements Iterator<SpeechSegment>, AutoCloseable {

    /** Half of Kafka's default record size, which leaves room for the timeline: 16 s at 16 kHz. */
    private static final int MAX_AUDIO_BYTES = 512 * 1024;

    private final SpeechRequest request;
    private final Deque<Supplier<NarratedClause>> clauses;
    private final AtomicBoolean isClosed;
    private final Deque<SpeechSegment> segments = new ArrayDeque<>();
    private int nextIndex;

    /**
     * A narration of {@code request}.
     *
     * @param clauses suppliers that synthesize them; at least one
     * @param isClosed shared with {@code clauses}
     */
    Narration(SpeechRequest request, List<Supplier<NarratedClause>> clauses, AtomicBoolean isClosed) {
        this.request = request;
        this.clauses = new ArrayDeque<>(clauses);
        this.isClosed = isClosed;
    }

    @Override
    public boolean hasNext() {
        return !segments.isEmpty() || !clauses.isEmpty();
    }

    /**
     * Makes the next segment. The last one of the request has {@link SpeechSegment#last}.
     *
     * @throws AvatarException if it can't be made; calling it again tries again
     * @throws CancellationException if this was closed
     */
    @Override
    public SpeechSegment next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Utterance %s has no more segments".formatted(request.utteranceId()));
        }
        if (isClosed.get()) {
            throw new CancellationException("The narration of utterance %s is closed".formatted(request.utteranceId()));
        }
        if (segments.isEmpty()) {
            NarratedClause clause = clauses.element().get();
            // Not before: after a failure it can be tried again.
            clauses.remove();
            cut(clause);
        }
        return segments.remove();
    }

    private void cut(NarratedClause clause) {
        List<SegmentPiece> pieces = SegmentPiece.of(clause.sound(), clause.timeline(), MAX_AUDIO_BYTES);
        for (int i = 0; i < pieces.size(); i++) {
            // The first segment of a clause has all of its text.
            String text = i == 0 ? clause.text() : "";
            boolean isLast = clauses.isEmpty() && i == pieces.size() - 1;
            segments.add(segment(text, clause.voice(), pieces.get(i), isLast));
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
                request.startBy(),
                piece.clause().sampleRateHz(),
                piece.timeline(),
                piece.clause().phonemes(),
                piece.clause().words(),
                piece.clause().audio());
    }

    /** Stops the narration: clauses that have not begun are not synthesized. */
    @Override
    public void close() {
        isClosed.set(true);
    }
}
