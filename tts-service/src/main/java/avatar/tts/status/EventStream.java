package avatar.tts.status;

import avatar.contract.speech.SpeechEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;

/** Broadcasts events to the current listeners; one thread publishes. */
@Singleton
final class EventStream {

    private final BroadcastProcessor<SpeechEvent> events = BroadcastProcessor.create();

    void publish(SpeechEvent event) {
        events.onNext(event);
    }

    /** The events of a channel from now on; fails for a listener that has more than {@code buffered} unread events. */
    Multi<SpeechEvent> of(String channel, int buffered) {
        return events.filter(event -> event.channel().equals(channel))
                .onOverflow()
                .buffer(buffered);
    }
}
