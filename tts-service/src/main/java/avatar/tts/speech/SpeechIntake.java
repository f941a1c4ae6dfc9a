package avatar.tts.speech;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.EventSink;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes requests that keep the rules: they are accepted as soon as Kafka has them. */
@Singleton
class SpeechIntake {

    private final SpeechRequestPublisher requests;
    private final EventSink events;

    SpeechIntake(SpeechRequestPublisher requests, EventSink events) {
        this.requests = requests;
        this.events = events;
    }

    /** Hands a text over, and answers its caller. */
    RestResponse<AcceptedUtterance> accept(SpeechRequest request) {
        requests.publish(request);
        events.report(request, SpeechState.ACCEPTED, null);
        return RestResponse.ResponseBuilder.accepted(
                        new AcceptedUtterance(request.utteranceId(), request.channel(), SpeechState.ACCEPTED))
                .location(URI.create("/api/v1/utterances/" + request.utteranceId()))
                .build();
    }

    /** Hands a stop over, which is no utterance and has no state. */
    void stop(SpeechRequest request) {
        requests.publish(request);
    }
}
