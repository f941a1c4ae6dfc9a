package avatar.pictures.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.PixelBox;
import avatar.pictures.fixtures.Avatars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileGridTest {

    @ParameterizedTest(name = "{0} x {1}: {2} MCUs a tile")
    @CsvSource({"1280, 720, 8", "1920, 1080, 8", "700, 700, 4", "853, 479, 6", "320, 240, 5", "16, 16, 1", "100, 50, 7"
    })
    void takesTheWidestTilesThatDivideARow(int width, int height, int interval) {
        assertThat(TileGrid.of(width, height, Avatars.FORMAT).restartInterval()).isEqualTo(interval);
    }

    @Test
    void tilesOfFinerColoursAreAsWide() {
        TileGrid grid = TileGrid.of(1280, 720, new JpegFormat(80, Chroma.FULL));

        assertThat(grid.restartInterval()).isEqualTo(16);
        assertThat(grid.cover(new PixelBox(127, 31, 2, 2))).isEqualTo(new PixelBox(0, 24, 256, 16));
    }

    @Test
    void takesWholeRowsWhereNothingDividesThem() {
        TileGrid grid = TileGrid.of(848, 480, Avatars.FORMAT);

        assertThat(grid.restartInterval()).isEqualTo(53);
        assertThat(grid.cover(new PixelBox(400, 100, 10, 10))).isEqualTo(new PixelBox(0, 96, 848, 16));
    }

    @Test
    void growsABoxToWholeTiles() {
        TileGrid grid = TileGrid.of(1280, 720, Avatars.FORMAT);

        assertThat(grid.cover(new PixelBox(127, 31, 2, 2))).isEqualTo(new PixelBox(0, 16, 256, 32));
        assertThat(grid.cover(new PixelBox(128, 32, 128, 16))).isEqualTo(new PixelBox(128, 32, 128, 16));
    }

    @Test
    void cutsTilesAtTheEdgeOfThePicture() {
        TileGrid grid = TileGrid.of(853, 479, Avatars.FORMAT);

        assertThat(grid.cover(new PixelBox(800, 470, 53, 9))).isEqualTo(new PixelBox(768, 464, 85, 15));
    }

    @Test
    void rejectsTilesThatDoNotDivideARow() {
        assertThatThrownBy(() -> new TileGrid(1280, 720, Avatars.FORMAT, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1280 x 720 pixels don't divide into tiles of 7 MCUs");
    }
}
