package avatar.tts.worker;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Writes the segments of one utterance, in order, and counts them. */
final class SegmentWriter {

    /** The sample rate of segments without audio; any valid value will do. */
    private static final int ANY_SAMPLE_RATE_HZ = 16_000;

    private final SpeechRequest request;
    private final SegmentSink sink;
    private int written;
    private Duration audio = Duration.ZERO;

    SegmentWriter(SpeechRequest request, SegmentSink sink) {
        this.request = request;
        this.sink = sink;
    }

    /** Whether the compositor has received a segment: it then reports the end of the utterance. */
    boolean hasWritten() {
        return written > 0;
    }

    int written() {
        return written;
    }

    /** The playing time of the written segments. */
    Duration audio() {
        return audio;
    }

    void write(SpeechSegment segment) {
        sink.publish(segment);
        written++;
        audio = audio.plus(segment.duration());
    }

    /** Writes the last segment of an utterance that failed, or the segment that stops the channel. */
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

    /**
     * Whether the compositor waits for more: for the rest of the utterance, or for the one that replaces earlier
     * speech.
     */
    boolean isAwaited() {
        return hasWritten() || request.mode() == SpeechMode.REPLACE;
    }
}
