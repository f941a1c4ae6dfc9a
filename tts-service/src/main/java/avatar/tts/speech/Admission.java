package avatar.tts.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.status.UtteranceBook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides whether there is room for a request before it is accepted, since what was accepted is spoken. Thread-safe.
 *
 * <p>It counts what the events of all replicas say, and what this replica is about to accept; several replicas together
 * may accept a few more than the limit.
 */
@Singleton
final class Admission {

    private final UtteranceBook book;
    private final int maxWaiting;
    private final long maxRecordedBytes;
    private final Counter refusals;

    /** Requests on their way to Kafka, by channel. */
    private final Map<String, Integer> pending = new HashMap<>();

    /** The sizes of recordings that this replica has accepted and that are not over, by utterance. */
    private final Map<String, Long> recordings = new HashMap<>();

    @Inject
    Admission(UtteranceBook book, SpeechConfig config, RecordingConfig recordings, MeterRegistry metrics) {
        this(book, config.maxWaiting(), recordings.maxMemory().asLongValue(), metrics);
    }

    /**
     * An admission of so much at once.
     *
     * @param maxWaiting maximum number of utterances of one channel
     * @param maxRecordedBytes maximum size of the recordings of all channels
     */
    Admission(UtteranceBook book, int maxWaiting, long maxRecordedBytes, MeterRegistry metrics) {
        this.book = book;
        this.maxWaiting = maxWaiting;
        this.maxRecordedBytes = maxRecordedBytes;
        this.refusals = Counter.builder("avatar.tts.refused")
                .description("Requests refused because too much waits")
                .register(metrics);
    }

    /** The place of a request, until it is accepted or refused. */
    final class Place implements AutoCloseable {

        private final String channel;

        private Place(String channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            synchronized (Admission.this) {
                pending.merge(channel, -1, (waiting, less) -> waiting + less == 0 ? null : waiting + less);
            }
        }
    }

    /**
     * Takes a place for a request.
     *
     * @throws AvatarException {@link ErrorCode#QUEUE_FULL}; an utterance that replaces all others always has room
     */
    synchronized Place take(SpeechRequest request) {
        requireQueue(request);
        requireMemory(request);
        pending.merge(request.channel(), 1, Integer::sum);
        return new Place(request.channel());
    }

    private void requireQueue(SpeechRequest request) {
        int waiting = book.waiting(request.channel()) + pending.getOrDefault(request.channel(), 0);
        if (request.mode() == SpeechMode.ENQUEUE && waiting >= maxWaiting) {
            throw full("%d utterances wait or are spoken on channel '%s', expected fewer than %d"
                    .formatted(waiting, request.channel(), maxWaiting));
        }
    }

    private void requireMemory(SpeechRequest request) {
        long bytes = request.recording().remaining();
        if (bytes == 0) {
            return;
        }
        recordings
                .keySet()
                .removeIf(id ->
                        book.find(id).filter(status -> status.state().isFinal()).isPresent());
        long held = recordings.values().stream().mapToLong(Long::longValue).sum();
        if (held + bytes > maxRecordedBytes) {
            throw full("Recordings of %d bytes wait or are spoken, expected at most %d with this one of %d"
                    .formatted(held, maxRecordedBytes, bytes));
        }
        recordings.put(request.utteranceId(), bytes);
    }

    private AvatarException full(String found) {
        refusals.increment();
        return new AvatarException(
                ErrorCode.QUEUE_FULL, found + "; try again when one is over, or replace them all with mode 'replace'");
    }
}
