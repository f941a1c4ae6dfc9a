package avatar.pictures.playback;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechProgress;
import java.util.ArrayList;
import java.util.List;

/** A channel that a test plays: it sets the time and gives the turns. */
final class Stage {

    private final FakeTicker ticker = new FakeTicker();
    private final List<SpeechEvent> events = new ArrayList<>();
    private final FakeAvatars avatars = new FakeAvatars();
    private final List<SpeechProgress> progress = new ArrayList<>();
    private final Channel channel = new Channel(
            "main", ticker, PlaybackSettings.DEFAULT, events::add, (name, spoken) -> progress.add(spoken), avatars);

    FakeTicker ticker() {
        return ticker;
    }

    Channel channel() {
        return channel;
    }

    List<SpeechEvent> events() {
        return events;
    }

    List<SpeechProgress> progress() {
        return progress;
    }

    /** How often an avatar was asked for. */
    int needed() {
        return avatars.needed;
    }

    int returned() {
        return avatars.returned;
    }

    /** Lets time pass, and every turn that is due in it; the first at once. */
    void pass(long millis) {
        long end = ticker.nanos() + millis * 1_000_000;
        long next = channel.turn();
        while (next <= end) {
            ticker.moveTo(next);
            next = channel.turn();
        }
        ticker.moveTo(end);
    }

    private static final class FakeAvatars implements AvatarSource {

        private int needed;
        private int returned;

        @Override
        public void needed() {
            needed++;
        }

        @Override
        public void returned() {
            returned++;
        }

        @Override
        public String trouble() {
            return "there is none";
        }
    }
}
