package avatar.setup.shapes;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The movement of lips through the shapes of sounds: at any moment they are a mixture of the shapes of the sounds
 * around it, each with a weight that rises and falls along a logistic curve at the limits of the sound. Weights of all
 * sounds, silence included, add up to 1 (after Cohen and Massaro, 1993, "Modeling coarticulation in synthetic visual
 * speech", whose weights fall exponentially).
 */
final class Articulation {

    /** Time constant of the logistic curve; a change of 10 to 90 % takes 4.4 times that. */
    private static final double GLIDE_SECONDS = 0.03;

    /**
     * The oo of "blue" has a place of its own: many British talkers make it at the front of the mouth and hardly round
     * it, so it must not flatten {@link Viseme#W}.
     */
    private static final String FRONT_OO = "UW";

    /** Sounds that are not in the inventory, with the viseme of their lips. */
    private static final Map<String, Viseme> BORROWED =
            Map.of("AX", Viseme.AX, "EY", Viseme.EH, "CH", Viseme.SH, "JH", Viseme.SH, "Y", Viseme.IY, "UH", Viseme.W);

    /** The visemes that have sounds, in their order. */
    static final List<Viseme> VISEMES =
            Stream.of(Viseme.values()).filter(viseme -> viseme != Viseme.SIL).toList();

    /** The places of all visemes, and one for the oo of "blue". */
    static final int PLACES = VISEMES.size() + 1;

    private Articulation() {}

    /** The weight of each place at a moment; the rest up to 1 is the mouth at rest. */
    static double[] weights(List<Sound> sounds, double seconds) {
        double[] weights = new double[PLACES];
        for (Sound sound : sounds) {
            if (!sound.isSilence()) {
                weights[place(sound.phoneme())] += reached(seconds - sound.start()) - reached(seconds - sound.end());
            }
        }
        return weights;
    }

    private static double reached(double secondsSince) {
        return 1 / (1 + Math.exp(-secondsSince / GLIDE_SECONDS));
    }

    private static int place(String phoneme) {
        if (phoneme.equals(FRONT_OO)) {
            return PLACES - 1;
        }
        Viseme borrowed = BORROWED.get(phoneme);
        Viseme viseme = borrowed != null ? borrowed : Viseme.ofPhoneme(phoneme).orElseThrow(() -> unknown(phoneme));
        return VISEMES.indexOf(viseme);
    }

    private static AvatarException unknown(String phoneme) {
        return new AvatarException(
                ErrorCode.UNKNOWN_PHONEME, "No viseme for phoneme '%s'; expected ARPAbet".formatted(phoneme));
    }

    /** Number of sounds of a viseme. */
    static int count(Viseme viseme, List<Sound> sounds) {
        return (int) sounds.stream()
                .filter(sound -> !sound.isSilence() && place(sound.phoneme()) == VISEMES.indexOf(viseme))
                .count();
    }

    /** The viseme of a place; the oo of "blue" belongs to {@link Viseme#W}. */
    static List<Viseme> places() {
        return IntStream.range(0, PLACES)
                .mapToObj(place -> place < VISEMES.size() ? VISEMES.get(place) : Viseme.W)
                .toList();
    }
}
