package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMouthTest {

    private static final Subject PRESENTER = Subject.presenter();
    private static final MouthWarp WARP = PRESENTER.warp();
    private static final PixelBox BOX = WARP.box();

    /** The presenter with an open mouth. */
    private static final BgrImage OPEN_FACE = openFace(Viseme.AA);

    private static final OpenMouth MOUTH = WARP.open(OPEN_FACE, face(Viseme.AA));

    private static final int UPPER = 0x00FF00;
    private static final int LOWER = 0x0000FF;
    private static final OpenMouth MARKED = WARP.open(marked(), face(Viseme.AA));

    @Test
    void allTheWayOpenItIsAsItWasFilmed() {
        BufferedImage patch = MOUTH.patch(1);

        double difference = 0;
        for (int y = 0; y < BOX.height(); y++) {
            for (int x = 0; x < BOX.width(); x++) {
                int original = OPEN_FACE.bgr()[(y * BOX.width() + x) * 3 + 1] & 0xFF;
                difference += Math.abs((patch.getRGB(x, y) >> 8 & 0xFF) - original);
            }
        }
        assertThat(difference / (BOX.width() * BOX.height())).isLessThan(1.5);
        assertThat(MOUTH.sharpness()).isGreaterThan(0.9);
    }

    @Test
    void onItsWayTheOpeningGrows() {
        int third = count(MARKED.patch(1 / 3.0), UPPER) + count(MARKED.patch(1 / 3.0), LOWER);
        int twoThirds = count(MARKED.patch(2 / 3.0), UPPER) + count(MARKED.patch(2 / 3.0), LOWER);
        int full = count(MARKED.patch(1), UPPER) + count(MARKED.patch(1), LOWER);

        assertThat((double) third / full).isBetween(0.2, 0.45);
        assertThat((double) twoThirds / full).isBetween(0.5, 0.8);
    }

    @Test
    void lowerLipPassesBeforeWhatLiesLowInTheMouthAndNothingInItMoves() {
        BufferedImage full = MARKED.patch(1);
        BufferedImage twoThirds = MARKED.patch(2 / 3.0);

        assertThat((double) count(twoThirds, LOWER) / count(full, LOWER))
                .isLessThan(0.7 * count(twoThirds, UPPER) / count(full, UPPER));
        assertThat(lowest(twoThirds, UPPER)).isCloseTo(lowest(full, UPPER), within(1));
    }

    @Test
    void movesAreThoseOfTheVisemeItShows() {
        List<Point> wanted = WARP.moves(Viseme.AA);
        List<Point> moves = MOUTH.moves();

        for (int i = 0; i < wanted.size(); i++) {
            assertThat(moves.get(i).distanceTo(wanted.get(i))).isLessThan(0.03);
        }
    }

    @Test
    void openingMustBeOne() {
        assertThatThrownBy(() -> MOUTH.patch(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MOUTH.patch(1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BgrImage openFace(Viseme viseme) {
        BufferedImage image = PRESENTER.picture().toBufferedImage();
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(WARP.patch(viseme), BOX.x(), BOX.y(), null);
        graphics.dispose();
        return BgrImage.of(image.getSubimage(BOX.x(), BOX.y(), BOX.width(), BOX.height()));
    }

    private static Face face(Viseme viseme) {
        List<Point> mesh = new ArrayList<>(PRESENTER.face().mesh());
        List<Point> lips = WARP.lips(viseme);
        for (int i = 0; i < lips.size(); i++) {
            mesh.set(MouthWarp.LIPS.get(i), lips.get(i));
        }
        return new Face(mesh, 1);
    }

    /**
     * What lies in the mouth is painted over: green above the line on which the lips meet and a little below, blue
     * beneath.
     */
    private static BgrImage marked() {
        BufferedImage image = OPEN_FACE.toBufferedImage();
        Lips lips = WARP.target(Viseme.AA, 1);
        MouthInterior.Gap gap =
                new MouthInterior.Gap(new Curve(lips.innerUpper()), new Curve(lips.innerLower()), 1.0 / 100);
        for (int y = 0; y < BOX.height(); y++) {
            for (int x = 0; x < BOX.width(); x++) {
                Point here = PRESENTER.frame().toFace(new Point(BOX.x() + x + 0.5, BOX.y() + y + 0.5));
                if (gap.cover(here.x(), here.y()) > 0.5) {
                    image.setRGB(x, y, here.y() < lips.seam() + 0.02 ? UPPER : LOWER);
                }
            }
        }
        return BgrImage.of(image);
    }

    private static int count(BufferedImage patch, int colour) {
        int count = 0;
        for (int y = 0; y < BOX.height(); y++) {
            for (int x = 0; x < BOX.width(); x++) {
                count += isLike(patch.getRGB(x, y), colour) ? 1 : 0;
            }
        }
        return count;
    }

    /** Row of the lowest pixel of a colour. */
    private static int lowest(BufferedImage patch, int colour) {
        int lowest = -1;
        for (int y = 0; y < BOX.height(); y++) {
            for (int x = 0; x < BOX.width(); x++) {
                lowest = isLike(patch.getRGB(x, y), colour) ? y : lowest;
            }
        }
        return lowest;
    }

    private static boolean isLike(int argb, int colour) {
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        return (argb >> 16 & 0xFF) < 90 && (colour == UPPER ? green > 150 && blue < 100 : blue > 150 && green < 100);
    }
}
