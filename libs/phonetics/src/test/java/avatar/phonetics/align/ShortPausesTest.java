package avatar.phonetics.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortPausesTest {

    private static final int STOP = 7;

    @Test
    void shortSilenceBeforeAStopIsItsClosure() {
        assertThat(absorbed(sound(1, 0, 20), pause(20, 28), sound(STOP, 28, 40)))
                .containsExactly(sound(1, 0, 20), sound(STOP, 20, 40));
    }

    @Test
    void anyOtherShortSilenceExtendsTheSoundBeforeIt() {
        assertThat(absorbed(sound(1, 0, 20), pause(20, 28), sound(2, 28, 40)))
                .containsExactly(sound(1, 0, 28), sound(2, 28, 40));
    }

    @Test
    void pausesThatAreHeardStay() {
        List<Stretch> heard = List.of(sound(1, 0, 20), pause(20, 32), sound(2, 32, 40));

        assertThat(ShortPauses.absorbed(heard, sound -> false)).isEqualTo(heard);
    }

    @Test
    void silenceAtTheBeginningAndTheEndStays() {
        List<Stretch> heard = List.of(pause(0, 4), sound(STOP, 4, 20), pause(20, 24));

        assertThat(ShortPauses.absorbed(heard, sound -> sound == STOP)).isEqualTo(heard);
    }

    private static List<Stretch> absorbed(Stretch... stretches) {
        return ShortPauses.absorbed(List.of(stretches), sound -> sound == STOP);
    }

    private static Stretch sound(int sound, int start, int end) {
        return new Stretch(sound, start, end);
    }

    private static Stretch pause(int start, int end) {
        return new Stretch(Stretch.PAUSE, start, end);
    }
}
