package avatar.pictures.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.jpeg.TileGrid;
import org.junit.jupiter.api.Test;

class MouthZoneTest {

    private static final TileGrid GRID = TileGrid.of(1280, 720, Avatars.FORMAT);
    private static final PixelBox MOUTH = new PixelBox(600, 400, 100, 60);

    @Test
    void coversTheMouthAndThePixelsThatInterpolationReaches() {
        assertThat(MouthZone.boxOf(MOUTH, Similarity.IDENTITY, GRID)).isEqualTo(new PixelBox(512, 384, 256, 80));
        assertThat(MouthZone.boxOf(new PixelBox(640, 400, 100, 60), Similarity.IDENTITY, GRID))
                .as("a box at a tile's border needs a pixel of the tile beside it")
                .isEqualTo(new PixelBox(512, 384, 256, 80));
    }

    @Test
    void followsTheHead() {
        Similarity turnedAndMoved = new Similarity(0, 1, 1000, -300);

        PixelBox box = MouthZone.boxOf(MOUTH, turnedAndMoved, GRID);

        // (600, 400) goes to (600, 300), (700, 460) to (540, 400).
        assertThat(box).isEqualTo(new PixelBox(512, 288, 128, 128));
    }

    @Test
    void isCutAtThePicturesEdge() {
        assertThat(MouthZone.boxOf(MOUTH, new Similarity(1, 0, 620, 300), GRID))
                .isEqualTo(new PixelBox(1152, 688, 128, 32));
    }

    @Test
    void isAbsentWhenTheMouthIsOutsideThePicture() {
        assertThat(MouthZone.boxOf(MOUTH, new Similarity(1, 0, 700, 0), GRID)).isNull();
        assertThat(MouthZone.boxOf(MOUTH, new Similarity(1, 0, 0, -500), GRID)).isNull();
    }

    @Test
    void placesThePatchRelativeToItself() {
        PixelBox box = new PixelBox(512, 384, 256, 80);
        TrackedFrame frame = new TrackedFrame(new Similarity(1, 0, 5, -7), 1, Light.even(1, 1, 1));

        MouthZone zone = new MouthZone(box, new byte[256 * 80 * 3], MOUTH, frame);

        assertThat(zone.placement()).isEqualTo(new Similarity(1, 0, 600 + 5 - 512, 400 - 7 - 384));
    }
}
