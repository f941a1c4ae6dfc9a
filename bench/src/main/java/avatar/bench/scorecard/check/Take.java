package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import avatar.contract.viseme.Viseme;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A sentence with the mouths drawn for it.
 *
 * @param phones silences included
 * @param shows the visemes, one of which must be shown during a phone
 */
public record Take(List<Phone> phones, MouthTrack track, Function<Phone, Set<Viseme>> shows) {

    List<Phone> sounds() {
        return phones.stream().filter(phone -> !phone.isSilence()).toList();
    }

    double firstSound() {
        return sounds().getFirst().start();
    }

    double lastSound() {
        return sounds().getLast().end();
    }

    boolean isShut(int frame) {
        return shape(frame) == Viseme.M;
    }

    /** The shape that is shown, in any opening; both shut mouths count as one. */
    Viseme shape(int frame) {
        Viseme viseme = track.picture(frame).viseme();
        return viseme == Viseme.SIL ? Viseme.M : viseme;
    }
}
