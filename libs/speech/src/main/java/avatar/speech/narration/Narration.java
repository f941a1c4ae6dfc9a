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
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A request that is being read aloud: each segment is made when it is asked for, so that only one is in memory. One call at a
 * time; only {@link #close} may come from anywhere.
 */
public final class Narration implements Iterator<SpeechSegment>, AutoCloseable {

    /** Half of what Kafka takes as a record, so that the timeline fits in too: 16 s of 16 kHz. */
    private static final int LARGEST_AUDIO_BYTES = 512 * 1024;

    private final SpeechRequest request;
    private final Iterator<Supplier<Said>> clauses;
    private final AtomicBoolean isClosed;
    private final Deque<SpeechSegment> made = new ArrayDeque<>();
    private int index;

    /**
     * A narration of {@code request}.
     *
     * @param clauses says them; at least one
     * @param isClosed shared with the clauses: nobody wants them any more
     */
    Narration(SpeechRequest request, List<Supplier<Said>> clauses, AtomicBoolean isClosed) {
        this.request = request;
        this.clauses = clauses.iterator();
        this.isClosed = isClosed;
    }

    /** Whether there is more; a failure leaves it at that, since the last segment was not reached. */
    @Override
    public boolean hasNext() {
        return !made.isEmpty() || clauses.hasNext();
    }

    /**
     * Makes the next segment. The last one of the request has {@link SpeechSegment#last}.
     *
     * @throws AvatarException if it can't be made: nothing can be made after it
     * @throws CancellationException if this was closed
     */
    @Override
    public SpeechSegment next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "The last segment of utterance %s was made".formatted(request.utteranceId()));
        }
        if (isClosed.get()) {
            throw new CancellationException("Nobody wants the rest of utterance %s".formatted(request.utteranceId()));
        }
        if (made.isEmpty()) {
            make(said());
        }
        return made.remove();
    }

    private Said said() {
        try {
            return clauses.next().get();
        } catch (CompletionException e) {
            close();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void make(Said said) {
        List<SegmentPiece> pieces = SegmentPiece.of(said.sound(), said.timeline(), LARGEST_AUDIO_BYTES);
        for (int i = 0; i < pieces.size(); i++) {
            // The rest of a clause that did not fit into one segment: its text is told.
            String text = i == 0 ? said.text() : "";
            boolean isLast = said.isLast() && i == pieces.size() - 1;
            made.add(segment(text, said.voice(), pieces.get(i), isLast));
        }
    }

    private SpeechSegment segment(String text, String voice, SegmentPiece piece, boolean isLast) {
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                request.utteranceId(),
                request.channel(),
                request.mode(),
                index++,
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

    /** Nobody wants the rest: what has not begun is not done. */
    @Override
    public void close() {
        isClosed.set(true);
    }
}
