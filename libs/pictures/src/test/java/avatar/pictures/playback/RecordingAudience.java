package avatar.pictures.playback;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is shown, as somebody who watches or somebody who has just come. */
final class RecordingAudience implements Audience, Channel.Newcomer {

    final List<Frame> frames = new ArrayList<>();
    final List<List<AudioClip>> audio = new ArrayList<>();
    final List<String> hushed = new ArrayList<>();
    boolean isWatching;
    boolean fails;
    boolean hasEnded;

    @Override
    public int size() {
        return isWatching ? 1 : 0;
    }

    @Override
    public void show(Frame frame, List<AudioClip> clips) {
        if (fails) {
            throw new IllegalStateException("made to fail");
        }
        frames.add(frame);
        audio.add(clips);
    }

    @Override
    public void welcome(Frame frame, List<AudioClip> clips) {
        show(frame, clips);
    }

    @Override
    public void hush(String utteranceId) {
        hushed.add(utteranceId);
    }

    @Override
    public void end() {
        hasEnded = true;
    }

    @Override
    public void turnAway() {
        hasEnded = true;
    }
}
