package avatar.lips.planning;

import avatar.contract.viseme.Lips;
import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives sounds made by the tongue alone (T D N, K G NG, H, L) the lips of the neighbouring vowel: JALI's rule that
 * tongue-only visemes have no influence on the lips.
 *
 * <p>Of several such sounds between two vowels the first half follows the vowel before, the second the one after; a
 * single one follows the one after, because lips anticipate. The shape is a little smaller meanwhile: the jaw closes
 * for the tongue.
 */
final class TongueSounds {

    private static final double SHARE = 0.85;

    /** The size of a sound's own shape, where there is no neighbour to follow. */
    private static final double ALONE = 0.5;

    private TongueSounds() {}

    static List<Gesture> apply(List<Gesture> gestures) {
        List<Gesture> applied = new ArrayList<>(gestures);
        int first = 0;
        while (first < applied.size()) {
            int end = first;
            while (end < applied.size() && applied.get(end).is(Role.TONGUE)) {
                end++;
            }
            borrow(applied, first, end);
            first = end + 1;
        }
        return applied;
    }

    private static void borrow(List<Gesture> gestures, int first, int end) {
        Gesture before = first > 0 ? gestures.get(first - 1) : null;
        Gesture after = end < gestures.size() ? gestures.get(end) : null;
        Gesture left = lender(before, after);
        Gesture right = lender(after, before);
        for (int index = first; index < end; index++) {
            Gesture gesture = gestures.get(index);
            Gesture lender = 2 * (index - first) + 1 < end - first ? left : right;
            gestures.set(
                    index,
                    lender == null
                            ? gesture.with(scaled(gesture.lips(), ALONE))
                            : gesture.with(scaled(lender.lips(), SHARE)));
        }
    }

    /** The neighbour to follow: a vowel if possible, and never a contact. */
    private static @Nullable Gesture lender(@Nullable Gesture preferred, @Nullable Gesture other) {
        for (Predicate<Gesture> kind : List.<Predicate<Gesture>>of(
                gesture -> gesture.is(Role.VOWEL) || gesture.is(Role.ROUNDED), gesture -> gesture.is(Role.TEETH))) {
            if (preferred != null && kind.test(preferred)) {
                return preferred;
            }
            if (other != null && kind.test(other)) {
                return other;
            }
        }
        return null;
    }

    private static Lips scaled(Lips lips, double share) {
        return Lips.of(lips.main(), Gesture.rounded(lips.weight(lips.main()) * share));
    }
}
