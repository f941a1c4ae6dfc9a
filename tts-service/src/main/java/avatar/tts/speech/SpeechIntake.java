package avatar.tts.speech;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.EventSink;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Accepts valid requests as soon as Kafka has stored them. */
@Singleton
class SpeechIntake {

    private final SpeechRequestPublisher requests;
    private final EventSink events;

    SpeechIntake(SpeechRequestPublisher requests, EventSink events) {
        this.requests = requests;
        this.events = events;
    }

    /** Publishes a text, and makes the answer to its caller. */
    RestResponse<AcceptedUtterance> accept(SpeechRequest request) {
        requests.publish(request);
        events.report(request, SpeechState.ACCEPTED, null);
        return RestResponse.ResponseBuilder.accepted(
                        new AcceptedUtterance(request.utteranceId(), request.channel(), SpeechState.ACCEPTED))
                .location(URI.create("/api/v1/utterances/" + request.utteranceId()))
                .build();
    }

    /** Publishes a stop, which is not an utterance and has no state. */
    void stop(SpeechRequest request) {
        requests.publish(request);
    }
}
