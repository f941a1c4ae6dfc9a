package avatar.compositor.stream;

import avatar.contract.speech.SpeechSegment;
import avatar.pictures.playback.AudioClip;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sends a viewer the sound no earlier than its {@code lead} option says, in pieces of a frame's length. For the
 * channel's turns.
 *
 * <p>Sound that was not sent need not be taken back when the utterance is interrupted.
 */
final class SoundFeed {

    private static final int BYTES_PER_SAMPLE = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Duration ahead;
    private final Deque<AudioClip> kept = new ArrayDeque<>();

    /**
     * A feed.
     *
     * @param lead how long before it is heard sound is sent
     * @param frame duration of a frame: its own sound is sent with it in any case
     */
    SoundFeed(Duration lead, Duration frame) {
        this.ahead = lead.plus(frame);
    }

    void add(List<AudioClip> clips) {
        kept.addAll(clips);
    }

    void endUtterance(String utteranceId) {
        kept.removeIf(clip -> clip.utteranceId().equals(utteranceId));
    }

    /** The sound to send with the frame that is due then. */
    List<AudioClip> take(Instant due) {
        Instant horizon = due.plus(ahead);
        List<AudioClip> taken = new ArrayList<>();
        while (!kept.isEmpty() && kept.getFirst().soundsAt().isBefore(horizon)) {
            AudioClip clip = kept.removeFirst();
            int samples = clip.samples().remaining() / BYTES_PER_SAMPLE;
            double nanos = Duration.between(clip.soundsAt(), horizon).toNanos();
            int given = (int) Math.min(samples, Math.ceil(nanos * clip.sampleRateHz() / NANOS_PER_SECOND));
            taken.add(part(clip, 0, given));
            if (given < samples) {
                kept.addFirst(part(clip, given, samples));
            }
        }
        return taken;
    }

    private static AudioClip part(AudioClip clip, int from, int to) {
        ByteBuffer samples = clip.samples().duplicate();
        int start = samples.position();
        samples.limit(start + to * BYTES_PER_SAMPLE).position(start + from * BYTES_PER_SAMPLE);
        return new AudioClip(
                clip.utteranceId(),
                clip.segment(),
                clip.soundsAt().plus(SpeechSegment.durationOf(from, clip.sampleRateHz())),
                clip.sampleRateHz(),
                samples.slice());
    }
}
