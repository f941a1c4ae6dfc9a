package avatar.pictures.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.PixelBox;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.fixtures.Scene;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentedJpegTest {

    /** Sizes: common, 1080 lines (half a row of MCUs over), odd, square, a prime number of MCUs, less than a tile. */
    @ParameterizedTest(name = "{0} x {1}, box at {2}, {3} of {4} x {5}")
    @CsvSource({
        "1280, 720, 500, 400, 140, 80",
        "1280, 720, 0, 0, 1, 1",
        "1280, 720, 1279, 719, 1, 1",
        "1280, 720, 0, 0, 1280, 720",
        "1920, 1080, 1800, 1060, 120, 20",
        "1920, 1080, 900, 500, 200, 120",
        "853, 479, 840, 470, 13, 9",
        "853, 479, 300, 200, 90, 60",
        "700, 700, 650, 690, 50, 10",
        "700, 700, 100, 100, 77, 77",
        "848, 480, 400, 200, 60, 40",
        "17, 33, 3, 3, 14, 30",
        "16, 16, 2, 2, 3, 3"
    })
    void splicedPictureIsByteForByteTheOneEncodedInFull(int width, int height, int x, int y, int w, int h) {
        requireSplicedIsEncodedWhole(
                TileGrid.of(width, height, Avatars.FORMAT), Scene.of(width, height, 2), new PixelBox(x, y, w, h));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void splicesAnyBoxIntoAnyPicture(long seed) {
        Random random = new Random(seed);
        int width = random.nextInt(1, 900);
        int height = random.nextInt(1, 600);
        Scene scene = Scene.of(width, height, 2);
        JpegFormat format = new JpegFormat(random.nextInt(30, 96), random.nextBoolean() ? Chroma.HALF : Chroma.FULL);
        for (int box = 0; box < 10; box++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            PixelBox anywhere = new PixelBox(x, y, random.nextInt(1, width - x + 1), random.nextInt(1, height - y + 1));

            requireSplicedIsEncodedWhole(TileGrid.of(width, height, format), scene, anywhere);
        }
    }

    private static void requireSplicedIsEncodedWhole(TileGrid grid, Scene scene, PixelBox changed) {
        PixelBox box = grid.cover(changed);
        try (JpegEncoder encoder = new JpegEncoder(grid);
                Mat before = Pictures.bgr(grid.width(), grid.height(), scene.frame(0));
                Mat after = Pictures.bgr(grid.width(), grid.height(), scene.frame(0));
                Mat other = Pictures.bgr(grid.width(), grid.height(), scene.frame(1));
                Rect rect = new Rect(box.x(), box.y(), box.width(), box.height());
                Mat target = new Mat(after, rect);
                Mat source = new Mat(other, rect)) {
            source.copyTo(target);
            SegmentedJpeg base = SegmentedJpeg.parse(encoder.encode(before), grid);
            SegmentedJpeg tiles = SegmentedJpeg.parse(encoder.encode(source), grid.part(box));

            byte[] spliced = base.with(tiles, box);

            assertThat(spliced)
                    .as("%s of %s", box, grid)
                    .isEqualTo(encoder.encode(after))
                    .isNotEqualTo(base.bytes());
        }
    }

    @Test
    void rejectsAPictureOfAnotherGrid() {
        byte[] jpeg = encode(320, 240, 5);

        assertThatThrownBy(() -> SegmentedJpeg.parse(jpeg, new TileGrid(320, 240, Avatars.FORMAT, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60 tiles instead of the 75");
        assertThatThrownBy(() -> SegmentedJpeg.parse(jpeg, new TileGrid(320, 240, Avatars.FORMAT, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("More than the 30 tiles");
    }

    @Test
    void rejectsBytesThatAreNotAJpeg() {
        assertThatThrownBy(() -> SegmentedJpeg.parse(new byte[] {1, 2, 3}, TileGrid.of(16, 16, Avatars.FORMAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No baseline JPEG: [1, 2, 3]");
    }

    @Test
    void rejectsTilesOfAnotherSizeThanTheBox() {
        TileGrid grid = TileGrid.of(320, 240, Avatars.FORMAT);
        SegmentedJpeg base = SegmentedJpeg.parse(encode(320, 240, 5), grid);
        SegmentedJpeg tiles = SegmentedJpeg.parse(encode(80, 32, 5), new TileGrid(80, 32, Avatars.FORMAT, 5));

        assertThatThrownBy(() -> base.with(tiles, new PixelBox(80, 0, 80, 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are no tiles for");
    }

    private static byte[] encode(int width, int height, int interval) {
        try (JpegEncoder encoder = new JpegEncoder(new TileGrid(width, height, Avatars.FORMAT, interval));
                Mat picture =
                        Pictures.bgr(width, height, Scene.of(width, height, 1).frame(0))) {
            return encoder.encode(picture);
        }
    }
}
