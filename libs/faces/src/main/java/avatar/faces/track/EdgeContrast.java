package avatar.faces.track;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Track;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference in colour between a patch and the face along the edge of the mask, of 255: what would show as an
 * outline around the mouth.
 *
 * <p>The outer half of the fade is cut into sectors. The contrast of a sector is the mean difference between the patch
 * in the frame's light and the frame itself, of red, green and blue the largest; the contrast of a frame is the median
 * of its sectors.
 */
public final class EdgeContrast {

    private static final int SECTORS = 24;

    private final BufferedImage patch;
    private final PixelBox box;
    private final List<Point> places;
    private final List<Double> frames = new ArrayList<>();

    /**
     * Measures one patch.
     *
     * @param patch of the shut mouth, so that only light and place can differ
     * @param box of the patch in the reference frame
     */
    public EdgeContrast(BufferedImage patch, PixelBox box) {
        this.patch = patch;
        this.box = box;
        this.places = Ring.of(patch, box).places();
    }

    /** Adds a frame, with the place and the light of the patch on it. */
    public void add(BgrImage frame, Track.TrackedFrame place) {
        double[] sectors = new double[SECTORS];
        for (int sector = 0; sector < SECTORS; sector++) {
            int from = sector * places.size() / SECTORS;
            int to = (sector + 1) * places.size() / SECTORS;
            sectors[sector] = contrast(places.subList(from, to), place, frame);
        }
        Arrays.sort(sectors);
        frames.add((sectors[SECTORS / 2 - 1] + sectors[SECTORS / 2]) / 2);
    }

    private double contrast(List<Point> sector, Track.TrackedFrame place, BgrImage frame) {
        double[] difference = new double[3];
        int count = 0;
        for (Point from : sector) {
            int x = (int) place.similarity().x(from.x(), from.y());
            int y = (int) place.similarity().y(from.x(), from.y());
            if (x >= 0 && y >= 0 && x < frame.width() && y < frame.height()) {
                addDifference(from, place.light(), frame, (y * frame.width() + x) * 3, difference);
                count++;
            }
        }
        double worst = 0;
        for (double channel : difference) {
            worst = Math.max(worst, Math.abs(channel) / Math.max(1, count));
        }
        return worst;
    }

    private void addDifference(Point from, Light light, BgrImage frame, int at, double[] difference) {
        int argb = patch.getRGB((int) from.x() - box.x(), (int) from.y() - box.y());
        double turn = Light.turn(box, from.x(), from.y());
        for (int channel = 0; channel < 3; channel++) {
            double shown = (argb >> (16 - 8 * channel) & 0xFF) * light.at(channel, turn, argb >>> 24);
            difference[channel] += shown - (frame.bgr()[at + 2 - channel] & 0xFF);
        }
    }

    /** Of all frames that were added, of 255. */
    public double median() {
        return percentile(0.5);
    }

    /** Nineteen of twenty frames have less. */
    public double percentile95() {
        return percentile(0.95);
    }

    private double percentile(double share) {
        double[] sorted =
                frames.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
