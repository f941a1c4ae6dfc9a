package avatar.pictures.playback;

import java.util.ArrayList;
import java.util.List;

/** Records frames and sound, as viewers or as a viewer that joins. */
final class RecordingAudience implements Audience, Channel.JoiningViewer {

    final List<Frame> frames = new ArrayList<>();
    final List<List<AudioClip>> audio = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
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
    public void start(Frame frame, List<AudioClip> clips) {
        show(frame, clips);
    }

    @Override
    public void endUtterance(String utteranceId) {
        ended.add(utteranceId);
    }

    @Override
    public void end() {
        hasEnded = true;
    }

    @Override
    public void reject() {
        hasEnded = true;
    }
}
