package avatar.tts.speech;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.kit.trace.SpanNames;
import avatar.kit.trace.Tracing;
import avatar.tts.status.EventSink;
import avatar.tts.status.UtteranceBook;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Accepts valid requests as soon as Kafka has stored them. What it accepts is spoken, what it refuses is not, and what
 * was sent twice is one utterance.
 */
@Singleton
class SpeechIntake {

    private final SpeechRequestPublisher requests;
    private final EventSink events;
    private final UtteranceBook book;
    private final UtteranceIds ids;
    private final Admission admission;
    private final Tracing tracing;
    private final HttpServerRequest current;

    /** A request is published by one thread; another one with its id waits for the outcome. */
    private final ConcurrentMap<String, Object> turns = new ConcurrentHashMap<>();

    SpeechIntake(
            SpeechRequestPublisher requests,
            EventSink events,
            UtteranceBook book,
            UtteranceIds ids,
            Admission admission,
            Tracing tracing,
            HttpServerRequest current) {
        this.requests = requests;
        this.events = events;
        this.book = book;
        this.ids = ids;
        this.admission = admission;
        this.tracing = tracing;
        this.current = current;
    }

    /**
     * Publishes a request unless it is known, and makes the answer to its caller.
     *
     * @throws AvatarException if it is not accepted; then it is not spoken
     */
    RestResponse<AcceptedUtterance> accept(SpeechRequest request) {
        Span span = tracing.begin(SpanNames.ACCEPT, SpanKind.SERVER, tracing.parent(current::getHeader));
        SpanNames.describe(span, request.channel(), request.utteranceId());
        try (Scope _ = span.makeCurrent()) {
            return acceptOnce(request);
        } catch (AvatarException e) {
            span.setStatus(StatusCode.ERROR, e.code().name());
            throw e;
        } finally {
            span.end();
        }
    }

    private RestResponse<AcceptedUtterance> acceptOnce(SpeechRequest request) {
        Object turn = turns.computeIfAbsent(request.utteranceId(), _ -> new Object());
        try {
            synchronized (turn) {
                if (ids.wasRefused(request.utteranceId())) {
                    throw new AvatarException(
                            ErrorCode.KAFKA_UNAVAILABLE, "A request with the same key was refused just now; try again");
                }
                Optional<UtteranceStatus> known = book.find(request.utteranceId());
                if (known.isEmpty()) {
                    publish(request);
                }
                return answer(request, known.map(UtteranceStatus::state).orElse(SpeechState.ACCEPTED));
            }
        } finally {
            turns.remove(request.utteranceId(), turn);
        }
    }

    private void publish(SpeechRequest request) {
        try (Admission.Place _ = admission.take(request)) {
            requests.publish(request);
            events.report(request, SpeechState.ACCEPTED, null);
        } catch (AvatarException e) {
            if (isSpoken(request)) {
                // Kafka has the record, only its answer was lost.
                events.report(request, SpeechState.ACCEPTED, null);
                return;
            }
            if (e.code() == ErrorCode.KAFKA_UNAVAILABLE) {
                // Kafka may get the record yet: workers drop it because of this.
                events.report(request, SpeechState.FAILED, "was refused, as Kafka did not confirm it in time");
            }
            throw e;
        }
    }

    private boolean isSpoken(SpeechRequest request) {
        Optional<UtteranceStatus> status = book.find(request.utteranceId());
        return status.isPresent() && status.get().state() != SpeechState.FAILED;
    }

    private static RestResponse<AcceptedUtterance> answer(SpeechRequest request, SpeechState state) {
        return RestResponse.ResponseBuilder.accepted(
                        new AcceptedUtterance(request.utteranceId(), request.channel(), state))
                .location(URI.create("/api/v1/utterances/" + request.utteranceId()))
                .build();
    }

    /** Publishes a stop, which is not an utterance and has no state. */
    void stop(SpeechRequest request) {
        requests.publish(request);
    }
}
