package avatar.tts.worker;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Writes the segments of one utterance, in order, and keeps count. */
final class SegmentWriter {

    /** A segment without sound has none to be played at this rate, but the record wants one. */
    private static final int ANY_SAMPLE_RATE_HZ = 16_000;

    private final SpeechRequest request;
    private final SegmentSink sink;
    private int written;
    private Duration audio = Duration.ZERO;

    SegmentWriter(SpeechRequest request, SegmentSink sink) {
        this.request = request;
        this.sink = sink;
    }

    /** Whether the compositor knows of the utterance: from here on it reports how it ends. */
    boolean hasWritten() {
        return written > 0;
    }

    int written() {
        return written;
    }

    /** How long what was written plays. */
    Duration audio() {
        return audio;
    }

    void write(SpeechSegment segment) {
        sink.publish(segment);
        written++;
        audio = audio.plus(segment.duration());
    }

    /** Ends an utterance that could not be said to its end, or stops the channel if that is what was asked for. */
    void writeEnd() {
        write(new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                request.utteranceId(),
                request.channel(),
                request.mode(),
                written,
                true,
                request.voice(),
                "",
                request.requestedAt(),
                ANY_SAMPLE_RATE_HZ,
                VisemeTimeline.EMPTY,
                ByteBuffer.allocate(0)));
    }

    /** Whether somebody waits for more: for the rest of it, or for what was to replace the speech before. */
    boolean isAwaited() {
        return hasWritten() || request.mode() == SpeechMode.REPLACE;
    }
}
