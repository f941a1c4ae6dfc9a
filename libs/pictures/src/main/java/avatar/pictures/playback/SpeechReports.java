package avatar.pictures.playback;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes what happens to the speech of a channel. */
record SpeechReports(String channel, SpeechEvents events, ProgressReports progress, Supplier<Instant> timeOfDay)
        implements SpeechQueue.Listener {

    @Override
    public void changed(String utteranceId, SpeechState state, @Nullable String detail) {
        events.publish(new SpeechEvent(utteranceId, channel, state, detail, timeOfDay.get()));
    }

    @Override
    public void progressed(ResumableMoment moment) {
        progress.publish(channel, moment.at(timeOfDay.get()));
    }
}
