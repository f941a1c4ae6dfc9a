package avatar.kit.trace;

import io.opentelemetry.api.trace.Span;

/** The spans of an utterance, beside the gateway's, which are named by method and route. */
public final class SpanNames {

    /** From the request to its record on Kafka. */
    public static final String ACCEPT = "accept";

    /** From the record to the last segment. */
    public static final String SYNTHESIZE = "synthesize";

    /** From the first segment to the first frame that shows it. */
    public static final String FIRST_FRAME = "first frame";

    private SpanNames() {}

    /** Adds what the span is about; never the text. */
    public static void describe(Span span, String channel, String utteranceId) {
        span.setAttribute("avatar.channel", channel).setAttribute("avatar.utterance", utteranceId);
    }
}
