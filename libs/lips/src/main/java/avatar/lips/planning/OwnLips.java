package avatar.lips.planning;

import avatar.contract.viseme.Lips;
import avatar.lips.planning.Articulation.Role;
import java.util.List;

/**
 * Gives every sound the lips of its viseme; a short vowel opens less.
 *
 * <p>Undershoot: the longer a vowel lasts, the closer it comes to its shape, along an exponential (Lindblom 1963).
 * Rhubarb has the same rule in two steps: AH and AY below 200 ms get a smaller shape.
 */
final class OwnLips {

    private static final double DEEPEST_UNDERSHOOT = 0.6;
    private static final double TIME_CONSTANT = 80e6;

    private OwnLips() {}

    static List<Gesture> of(List<Sound> sounds) {
        return sounds.stream().map(OwnLips::gesture).toList();
    }

    private static Gesture gesture(Sound sound) {
        Role role = Articulation.of(sound.viseme()).role();
        return new Gesture(role, lips(sound, role), sound.start(), sound.end());
    }

    private static Lips lips(Sound sound, Role role) {
        return switch (role) {
            case REST -> Lips.SHUT;
            case VOWEL -> {
                double undershoot = DEEPEST_UNDERSHOOT * Math.exp(-sound.length() / TIME_CONSTANT);
                yield Lips.of(sound.viseme(), Gesture.rounded(1 - undershoot));
            }
            case CONTACT, ROUNDED, TEETH, TONGUE -> Lips.of(sound.viseme());
        };
    }
}
