package avatar.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LightTest {

    private static final List<Double> WHOLE = List.of(1.0, 1.1, 1.2);

    @Test
    void countsDirectionsFromTheRightOverBelow() {
        PixelBox box = new PixelBox(100, 50, 40, 20);

        assertThat(Light.turn(box, 140, 60)).isZero();
        assertThat(Light.turn(box, 120, 70)).isEqualTo(0.25);
        assertThat(Light.turn(box, 100, 60)).isEqualTo(0.5);
        assertThat(Light.turn(box, 120, 50)).isEqualTo(0.75);
        // Its corners: as if it were a square.
        assertThat(Light.turn(box, 140, 70)).isEqualTo(0.125);
    }

    @Test
    void blendsFromTheRimToTheWholePatchWhereItBecomesOpaque() {
        Light light = new Light(WHOLE, Collections.nCopies(Light.DIRECTIONS, List.of(0.5, 0.5, 0.5)));

        assertThat(light.at(1, 0.3, 0)).isEqualTo(0.5);
        assertThat(light.at(1, 0.3, 127)).isEqualTo(0.5);
        assertThat(light.at(1, 0.3, 191)).isCloseTo(0.8, within(0.01));
        assertThat(light.at(1, 0.3, 255)).isEqualTo(1.1);
    }

    @Test
    void interpolatesBetweenDirectionsAndAcrossTheFullTurn() {
        Light light = new Light(
                WHOLE,
                Stream.iterate(0.0, gain -> gain + 1)
                        .limit(Light.DIRECTIONS)
                        .map(gain -> List.of(gain, gain, gain))
                        .toList());

        assertThat(light.atRim(0, 2.25 / Light.DIRECTIONS)).isEqualTo(2.25);
        assertThat(light.atRim(0, 31.5 / Light.DIRECTIONS)).isEqualTo(15.5);
    }

    @Test
    void withoutARimItIsTheSameAllOver() {
        assertThat(new Light(WHOLE, List.of()).at(2, 0.7, 10)).isEqualTo(1.2);
    }

    @Test
    void refusesAnInvalidLight() {
        assertThatThrownBy(() -> new Light(List.of(1.0), List.of())).hasMessage("A gain has 3 channels, not 1");
        assertThatThrownBy(() -> new Light(WHOLE, List.of(WHOLE))).hasMessage("A rim has 32 directions or none, not 1");
    }
}
