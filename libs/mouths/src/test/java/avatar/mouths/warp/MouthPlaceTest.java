package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class MouthPlaceTest {

    private static final List<Point> LIPS =
            List.of(new Point(270, 200), new Point(330, 200), new Point(300, 185), new Point(300, 225));

    @Test
    void maskIsWholeOverTheLipsHalfOverTheChinAndEndsAtTheBox() {
        Point chin = new Point(303, 260);

        MouthPlace place = MouthPlace.around(LIPS, List.of(chin), 640, 480);

        assertThat(LIPS)
                .allSatisfy(lip -> assertThat(place.mask().at(lip.x(), lip.y())).isEqualTo(1));
        assertThat(place.mask().at(chin.x(), chin.y())).isBetween(0.5, 0.7);
        PixelBox box = place.box();
        assertThat(place.mask().at(box.x() + box.width() / 2.0, box.y())).isCloseTo(0, within(0.01));
        assertThat(place.mask().at(box.x() + box.width() / 2.0, box.y() + (double) box.height()))
                .isCloseTo(0, within(0.01));
    }

    @Test
    void boxIsNoHigherAboveTheMouthThanTheLipsNeed() {
        MouthPlace place = MouthPlace.around(LIPS, List.of(new Point(300, 260)), 640, 480);

        assertThat(205 - place.box().y()).isLessThan(60);
        assertThat(place.box().y() + place.box().height() - 205).isGreaterThan(65);
    }

    @Test
    void boxEndsWithThePicture() {
        MouthPlace place = MouthPlace.around(LIPS, List.of(new Point(300, 260)), 340, 270);

        PixelBox box = place.box();
        assertThat(box.x() + box.width()).isLessThanOrEqualTo(340);
        assertThat(box.y() + box.height()).isLessThanOrEqualTo(270);
        assertThat(place.mask().at(340, 205)).isCloseTo(0, within(0.01));
        assertThat(place.mask().at(300, 270)).isCloseTo(0, within(0.01));
    }
}
