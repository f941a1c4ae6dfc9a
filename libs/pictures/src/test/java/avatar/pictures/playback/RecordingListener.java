package avatar.pictures.playback;

import avatar.contract.speech.SpeechState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a queue publishes: states as "id state detail". */
record RecordingListener(List<String> events, List<ResumableMoment> moments) implements SpeechQueue.Listener {

    @Override
    public void changed(String utteranceId, SpeechState state, @Nullable String detail) {
        events.add(utteranceId + " " + state.label() + (detail == null ? "" : " " + detail));
    }

    @Override
    public void progressed(ResumableMoment moment) {
        moments.add(moment);
    }
}
