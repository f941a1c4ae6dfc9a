package avatar.mouths.harvest;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.MouthWarp;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Sharpness of the lips in a picture: the variance of the Laplacian of its brightness (Pech-Pacheco and others, 2000)
 * over the lips and the skin right around them. The inside of the mouth does not count: teeth are not sharper than
 * skin.
 */
final class MouthSharpness {

    /** The measured area: the lips, enlarged by this factor. */
    private static final double AROUND = 1.25;

    /** The area between the lips is left out, enlarged by this factor. */
    private static final double BETWEEN = 1.15;

    private static final int OUTER = 20;
    private static final int LINE = 11;

    private MouthSharpness() {}

    static double of(BgrImage picture, Face face) {
        List<Point> lips = MouthWarp.LIPS.stream().map(face::at).toList();
        Path2D around = loop(lips.subList(0, OUTER), face.mouth(), AROUND);
        Path2D between = loop(lips.subList(OUTER, lips.size()), face.mouth(), BETWEEN);
        Rectangle box = around.getBounds().intersection(inside(picture));
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = box.y; y < box.y + box.height; y++) {
            for (int x = box.x; x < box.x + box.width; x++) {
                if (around.contains(x + 0.5, y + 0.5) && !between.contains(x + 0.5, y + 0.5)) {
                    double laplacian = laplacian(picture, x, y);
                    sum += laplacian;
                    squares += laplacian * laplacian;
                    count++;
                }
            }
        }
        double mean = sum / Math.max(1, count);
        return squares / Math.max(1, count) - mean * mean;
    }

    /** The part in which every pixel has four neighbours. */
    private static Rectangle inside(BgrImage picture) {
        return new Rectangle(1, 1, picture.width() - 2, picture.height() - 2);
    }

    /** The outline: the upper line from corner to corner, and the lower one between them. */
    private static Path2D loop(List<Point> lines, Point middle, double grown) {
        Path2D loop = new Path2D.Double();
        for (int i = 0; i < lines.size(); i++) {
            int at = i < LINE ? i : lines.size() - 1 - (i - LINE);
            Point point = lines.get(at).minus(middle).times(grown).plus(middle);
            if (i == 0) {
                loop.moveTo(point.x(), point.y());
            } else {
                loop.lineTo(point.x(), point.y());
            }
        }
        loop.closePath();
        return loop;
    }

    private static double laplacian(BgrImage picture, int x, int y) {
        return luma(picture, x - 1, y)
                + luma(picture, x + 1, y)
                + luma(picture, x, y - 1)
                + luma(picture, x, y + 1)
                - 4 * luma(picture, x, y);
    }

    private static double luma(BgrImage picture, int x, int y) {
        int at = (y * picture.width() + x) * 3;
        return 0.114 * (picture.bgr()[at] & 0xFF)
                + 0.587 * (picture.bgr()[at + 1] & 0xFF)
                + 0.299 * (picture.bgr()[at + 2] & 0xFF);
    }
}
