package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyPaceTest {

    @Test
    void passesPicturesThatKeepTheRateOnceEach() {
        assertThat(read(4, 60, 0, 0.25, 0.5, 0.75)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void doesNotMindTimesThatAreALittleOff() {
        assertThat(read(4, 60, 0, 0.33, 0.42, 0.8)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void showsAPictureAsLongAsItIsTheNearest() {
        assertThat(read(4, 60, 0, 0.25, 1.0)).containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void leavesOutPicturesThatComeTooSoon() {
        assertThat(read(4, 60, 0, 0.05, 0.1, 0.25, 0.3, 0.5)).containsExactly(0, 3, 5);
    }

    @Test
    void endsAtTheLongestTimeWanted() {
        assertThat(read(4, 0.5, 0, 0.25, 0.5, 0.75)).containsExactly(0, 1);
    }

    @Test
    void showsTheOnlyPictureOnce() {
        assertThat(read(25, 60, 0)).containsExactly(0);
    }

    /** Which pictures come out, when pictures come in at these times. */
    private static List<Integer> read(double fps, double maxSeconds, double... times) {
        List<TimedImage> images = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            images.add(new TimedImage(times[i], new BgrImage(1, 1, new byte[] {(byte) i, 0, 0})));
        }
        Iterator<TimedImage> rest = images.subList(1, images.size()).iterator();
        SteadyPace pace = new SteadyPace(images.getFirst(), () -> rest.hasNext() ? rest.next() : null, fps, maxSeconds);
        List<Integer> shown = new ArrayList<>();
        for (BgrImage image = pace.read(); image != null; image = pace.read()) {
            shown.add((int) image.bgr()[0]);
        }
        return shown;
    }
}
