package avatar.mouths.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OffersTest {

    private static final LipShape SHUT = lips(0.6, 0, 0);

    @Test
    void framesAboutAsNearAsTheNearestAreOfferedNearestFirst() {
        Map<Integer, LipShape> seen =
                Map.of(1, lips(0.6, 0.093, 0), 2, lips(0.6, 0.097, 0), 3, lips(0.6, 0.08, 0), 4, SHUT);

        Map<Viseme, List<Offers.Offer>> offers = Offers.of(Map.of(Viseme.AX, lips(0.6, 0.1, 0)), SHUT, seen);

        assertThat(offers.get(Viseme.AX)).extracting(Offers.Offer::frame).containsExactly(2, 1);
    }

    @Test
    void shapeThatIsNowhereNearIsNotOffered() {
        Map<Integer, LipShape> seen = Map.of(1, lips(0.6, 0.2, 0.05), 2, lips(0.4, 0.19, 0));

        assertThat(Offers.of(Map.of(Viseme.AA, lips(0.6, 0.2, 0)), SHUT, seen)).isEmpty();
    }

    @Test
    void mouthAtRestIsNoShapeThatHardlyDiffersFromIt() {
        Map<Integer, LipShape> seen = Map.of(1, SHUT, 2, lips(0.599, 0.002, 0));

        assertThat(Offers.of(Map.of(Viseme.M, lips(0.58, 0, 0), Viseme.SIL, SHUT), SHUT, seen))
                .isEmpty();
    }

    @Test
    void mouthThatIsToBeShutIsNotTakenFromAnOpenOne() {
        Map<Integer, LipShape> seen = Map.of(1, lips(0.5, 0.012, 0), 2, lips(0.51, 0.005, 0));

        Map<Viseme, List<Offers.Offer>> offers = Offers.of(Map.of(Viseme.M, lips(0.5, 0, 0)), SHUT, seen);

        assertThat(offers.get(Viseme.M)).extracting(Offers.Offer::frame).containsExactly(2);
    }

    @Test
    void mouthThatIsToBeOpenIsNotTakenFromOneThatIsHardlyOpen() {
        LipShape wanted = lips(0.5, 0.04, 0);
        Map<Integer, LipShape> seen = Map.of(1, lips(0.5, 0.02, 0), 2, lips(0.5, 0.063, 0), 3, lips(0.52, 0.03, 0));

        Map<Viseme, List<Offers.Offer>> offers = Offers.of(Map.of(Viseme.R, wanted), SHUT, seen);

        assertThat(offers.get(Viseme.R)).extracting(Offers.Offer::frame).containsExactly(3);
    }

    @Test
    void frameForSeveralVisemesGoesToTheOneItSuitsBest() {
        Map<Viseme, LipShape> wanted = Map.of(Viseme.AX, lips(0.6, 0.100, 0), Viseme.K, lips(0.6, 0.104, 0));
        Map<Integer, LipShape> seen = Map.of(1, lips(0.6, 0.099, 0), 2, lips(0.6, 0.104, 0));

        Map<Viseme, List<Offers.Offer>> offers = Offers.of(wanted, SHUT, seen);

        assertThat(offers.get(Viseme.AX)).extracting(Offers.Offer::frame).containsExactly(1);
        assertThat(offers.get(Viseme.K)).extracting(Offers.Offer::frame).containsExactly(2);
    }

    @Test
    void onlyFrameThereIsServesSeveralVisemes() {
        Map<Viseme, LipShape> wanted = Map.of(Viseme.AX, lips(0.6, 0.100, 0), Viseme.K, lips(0.6, 0.106, 0));

        Map<Viseme, List<Offers.Offer>> offers = Offers.of(wanted, SHUT, Map.of(7, lips(0.6, 0.1, 0)));

        assertThat(offers).containsOnlyKeys(Viseme.AX, Viseme.K);
        assertThat(offers.values())
                .allSatisfy(
                        list -> assertThat(list).extracting(Offers.Offer::frame).containsExactly(7));
    }

    /**
     * Two ellipses, one in the other.
     *
     * @param gap between the lips, in eye distances
     * @param tilt how much lower the left half hangs
     */
    static LipShape lips(double width, double gap, double tilt) {
        List<Point> points = new ArrayList<>();
        line(points, 0, 10, width, -0.06 - gap / 2, tilt);
        line(points, 1, 9, width, 0.08 + gap / 2, tilt);
        line(points, 0, 10, 0.9 * width, -gap / 2, tilt);
        line(points, 1, 9, 0.9 * width, gap / 2, tilt);
        return new LipShape(points);
    }

    private static void line(List<Point> points, int from, int to, double width, double height, double tilt) {
        for (int i = from; i <= to; i++) {
            double across = i / 5.0 - 1;
            double sag = i > 5 ? tilt : 0;
            points.add(new Point(across * width / 2, height * Math.sqrt(1 - across * across) + sag));
        }
    }
}
