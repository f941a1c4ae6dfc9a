package avatar.lips.planning;

import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The lips in silence, with the bounds of Rhubarb ({@code pauseAnimation}): in a very short silence they are held, up
 * to 350 ms they relax, in a longer one and at the end they linger and then shut.
 */
final class Pauses {

    static final long HELD = 120_000_000;
    static final long RELAXED = 350_000_000;

    /** The time after the last sound before the lips begin to shut; they are shut 120 to 350 ms after the sound. */
    static final long LINGER = 85_000_000;

    private static final double RELAXATION = 1 / 3.0;

    private Pauses() {}

    /** Divides silences in which the lips linger before they shut. */
    static List<Sound> divide(List<Sound> sounds) {
        List<Sound> divided = new ArrayList<>();
        for (int index = 0; index < sounds.size(); index++) {
            Sound sound = sounds.get(index);
            long shortest = index == sounds.size() - 1 ? HELD : RELAXED;
            if (sound.viseme() == Viseme.SIL && index > 0 && sound.length() >= shortest) {
                divided.add(new Sound(Viseme.SIL, sound.start(), sound.start() + LINGER));
                divided.add(new Sound(Viseme.SIL, sound.start() + LINGER, sound.end()));
            } else {
                divided.add(sound);
            }
        }
        return divided;
    }

    /** Holds or relaxes the lips of the sound before a short pause. */
    static List<Gesture> apply(List<Gesture> gestures) {
        List<Gesture> applied = new ArrayList<>();
        for (Gesture gesture : gestures) {
            boolean isPause = gesture.is(Role.REST) && !applied.isEmpty();
            if (!isPause || gesture.length() > RELAXED || applied.getLast().is(Role.REST)) {
                applied.add(gesture);
            } else if (gesture.length() < HELD) {
                applied.add(gesture.with(applied.getLast().lips()));
            } else {
                applied.add(gesture.with(relaxed(applied.getLast())));
            }
        }
        return applied;
    }

    private static Lips relaxed(Gesture gesture) {
        Viseme main = gesture.lips().main();
        return gesture.is(Role.CONTACT)
                ? Lips.SHUT
                : Lips.of(main, Gesture.rounded(gesture.lips().weight(main) * RELAXATION));
    }
}
