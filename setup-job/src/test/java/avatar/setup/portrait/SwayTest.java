package avatar.setup.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SwayTest {

    private static final int FRAMES = 270;
    private static final double SECONDS = 9;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;
    private static final double EYES = 150;
    private static final Body BODY = new Body(face(), WIDTH, HEIGHT);

    @Test
    void loopEndsWhereItBegan() {
        Sway first = Sway.at(0);
        Sway last = Sway.at(1);

        List<ToDoubleFunction<Sway>> parts =
                List.of(Sway::x, Sway::y, Sway::roll, Sway::growth, Sway::yaw, Sway::pitch, Sway::breath);
        for (ToDoubleFunction<Sway> part : parts) {
            assertThat(part.applyAsDouble(last)).isCloseTo(part.applyAsDouble(first), within(1e-12));
        }
    }

    @Test
    void headSwaysAsMuchAndAsFastAsThatOfOneWhoStandsQuietly() {
        Point browMiddle = new Point(300, 250);

        List<Point> places = places(browMiddle);

        assertThat(deviation(places, Point::x) / EYES).isBetween(0.005, 0.02);
        assertThat(deviation(places, Point::y) / EYES).isBetween(0.006, 0.02);
        assertThat(path(places) / EYES / SECONDS).isBetween(0.009, 0.03);
    }

    @Test
    void shouldersRiseAndFallWithTheBreath() {
        List<Point> shoulder = places(new Point(150, 690));

        assertThat(deviation(shoulder, Point::y)).isGreaterThan(3 * deviation(shoulder, Point::x));
        assertThat(deviation(shoulder, Point::y) / EYES).isBetween(0.002, 0.01);
    }

    @Test
    void edgesStandStill() {
        for (int frame = 0; frame < FRAMES; frame += 9) {
            for (double t = 0; t <= 1; t += 0.05) {
                assertThat(move(new Point(0, t * HEIGHT), frame)).isLessThan(0.01);
                assertThat(move(new Point(WIDTH, t * HEIGHT), frame)).isLessThan(0.01);
                assertThat(move(new Point(t * WIDTH, 0), frame)).isLessThan(0.01);
                assertThat(move(new Point(t * WIDTH, HEIGHT), frame)).isLessThan(0.01);
            }
        }
    }

    @Test
    void nothingIsStretchedByMoreThanATenth() {
        for (int frame = 0; frame < FRAMES; frame += 9) {
            for (int x = 4; x < WIDTH - 12; x += 8) {
                for (int y = 4; y < HEIGHT - 12; y += 8) {
                    Point here = source(new Point(x, y), frame);
                    Point right = source(new Point(x + 8, y), frame);
                    Point below = source(new Point(x, y + 8), frame);
                    assertThat(right.x() - here.x()).isBetween(-0.8, 0.8);
                    assertThat(below.y() - here.y()).isBetween(-0.8, 0.8);
                    assertThat(right.y() - here.y()).isBetween(-0.8, 0.8);
                    assertThat(below.x() - here.x()).isBetween(-0.8, 0.8);
                }
            }
        }
    }

    private static Point source(Point place, int frame) {
        return BODY.sourceOf(BODY.sharesAt(place), Sway.at((double) frame / FRAMES));
    }

    private static double move(Point place, int frame) {
        return source(place, frame).distanceTo(new Point(0, 0));
    }

    private static List<Point> places(Point place) {
        List<Point> places = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            places.add(place.minus(source(place, frame)));
        }
        return places;
    }

    private static double deviation(List<Point> places, ToDoubleFunction<Point> part) {
        double mean = places.stream().mapToDouble(part).average().orElseThrow();
        return Math.sqrt(places.stream()
                .mapToDouble(place -> (part.applyAsDouble(place) - mean) * (part.applyAsDouble(place) - mean))
                .average()
                .orElseThrow());
    }

    private static double path(List<Point> places) {
        double path = 0;
        for (int i = 1; i < places.size(); i++) {
            path += places.get(i).distanceTo(places.get(i - 1));
        }
        return path;
    }

    /** A face in the middle of the upper half; only the points that a body is made of are where they belong. */
    private static Face face() {
        List<Point> mesh = new ArrayList<>();
        for (int i = 0; i < 468; i++) {
            mesh.add(new Point(300, 320));
        }
        mesh.set(33, new Point(300 - EYES / 2, 280));
        mesh.set(263, new Point(300 + EYES / 2, 280));
        mesh.set(10, new Point(300, 200));
        mesh.set(152, new Point(300, 430));
        mesh.set(4, new Point(300, 330));
        mesh.set(234, new Point(205, 310));
        mesh.set(454, new Point(395, 310));
        return new Face(mesh, 1);
    }
}
