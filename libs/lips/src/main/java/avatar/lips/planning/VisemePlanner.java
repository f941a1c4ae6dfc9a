package avatar.lips.planning;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans the viseme timeline of a segment from its timed phonemes. */
public final class VisemePlanner {

    private VisemePlanner() {}

    /**
     * Plans a timeline that covers the audio from its first sample to its last. The viseme of a cue is that of the
     * sound, {@link Viseme#M} in silence, gaps and at the end; its lips are those to draw.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_TIMELINE} if the phonemes are out of order or reach beyond the
     *     audio, {@link ErrorCode#UNKNOWN_PHONEME}
     */
    public static VisemeTimeline plan(TimelineRequest request) {
        List<Sound> sounds = Pauses.divide(Sounds.of(request));
        List<Gesture> gestures = OwnLips.of(sounds);
        gestures = TongueSounds.apply(gestures);
        gestures = MinimumHold.apply(gestures);
        gestures = Pauses.apply(gestures);
        List<Movement> movements = Timing.of(gestures);
        movements = Contacts.hold(movements, request.duration().toNanos());
        movements = ShowingTime.apply(movements);
        movements = Contacts.hold(movements, request.duration().toNanos());
        return new VisemeTimeline(request.duration(), cues(sounds, gestures, movements));
    }

    private static List<Cue> cues(List<Sound> sounds, List<Gesture> gestures, List<Movement> movements) {
        List<Cue> cues = new ArrayList<>();
        int next = 0;
        for (int index = 0; index < sounds.size(); index++) {
            Sound sound = sounds.get(index);
            Movement movement = next < movements.size() ? movements.get(next) : null;
            if (movement != null && movement.gesture().start() == sound.start()) {
                cues.add(cue(sound, movement));
                next++;
            } else {
                cues.add(cue(sound, new Movement(gestures.get(index), sound.start(), sound.start())));
            }
        }
        return cues;
    }

    private static Cue cue(Sound sound, Movement movement) {
        return new Cue(
                sound.viseme() == Viseme.SIL ? Viseme.M : sound.viseme(),
                Duration.ofNanos(sound.start()),
                Duration.ofNanos(sound.end()),
                movement.gesture().lips(),
                Duration.ofNanos(sound.start() - movement.begins()),
                Duration.ofNanos(movement.arrives() - movement.begins()));
    }
}
