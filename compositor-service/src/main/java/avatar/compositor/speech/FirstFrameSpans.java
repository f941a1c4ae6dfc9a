package avatar.compositor.speech;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.kit.trace.SpanNames;
import avatar.kit.trace.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.kafka.common.header.Headers;

/** Records how long each utterance waits for its first frame. Thread-safe. */
@Singleton
class FirstFrameSpans {

    /** More than queues hold. What another compositor took over is never reported here; the oldest then makes room. */
    private static final int MOST_OPEN = 10_000;

    private final SequencedMap<String, Span> open = new LinkedHashMap<>();
    private final Tracing tracing;

    FirstFrameSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Begins the span of an utterance with its first segment.
     *
     * @param headers of the segment's record
     */
    synchronized void received(SpeechSegment segment, Headers headers) {
        if (tracing.isOn() && segment.index() == 0) {
            if (open.size() == MOST_OPEN) {
                open.pollFirstEntry();
            }
            open.computeIfAbsent(segment.utteranceId(), id -> {
                Span span = tracing.begin(SpanNames.FIRST_FRAME, SpanKind.CONSUMER, tracing.parent(headers));
                SpanNames.describe(span, segment.channel(), id);
                return span;
            });
        }
    }

    /** Ends the span of an utterance that is seen, or never will be. */
    synchronized void reported(SpeechEvent event) {
        boolean isSeen = event.state() == SpeechState.SPEAKING;
        if (isSeen || event.state().isFinal()) {
            Span span = open.remove(event.utteranceId());
            if (span != null) {
                if (event.state() == SpeechState.FAILED) {
                    span.setStatus(StatusCode.ERROR);
                }
                span.setAttribute("avatar.state", event.state().label()).end();
            }
        }
    }
}
