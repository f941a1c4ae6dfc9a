package avatar.setup.report;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.faces.face.Point;
import avatar.faces.track.Ring;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Frames of the base video, each with the edge of the mask drawn on it and, beside it, with an open mouth. */
final class FaceSheet implements Clip.Visitor {

    private static final int CELL = 300;
    private static final int LABEL = 22;
    private static final int COLUMNS = 4;

    /** Sides of the view, in mouth boxes. */
    private static final double VIEW = 2.2;

    private final PixelBox box;
    private final Track track;
    private final BufferedImage patch;
    private final Ring edge;
    private final Map<Integer, BufferedImage> cells = new TreeMap<>();
    private final List<Integer> wanted;

    /**
     * A sheet of some frames.
     *
     * @param patch the mouth to draw, of the size of the bundle's mouth box
     */
    FaceSheet(AvatarBundle bundle, Track track, BufferedImage patch, List<Integer> frames) {
        this.box = bundle.mouthBox();
        this.track = track;
        this.patch = patch;
        this.edge = Ring.of(patch, box);
        this.wanted = List.copyOf(frames);
    }

    /** Frames spread over the video, and those where the head is turned or near or far the most. */
    static List<Integer> extremes(Track track) {
        List<Integer> frames = new ArrayList<>();
        int count = track.frames().size();
        for (int i = 0; i < 4; i++) {
            frames.add(i * (count - 1) / 3);
        }
        frames.add(extreme(track, similarity -> Math.atan2(similarity.b(), similarity.a())));
        frames.add(extreme(track, similarity -> -Math.atan2(similarity.b(), similarity.a())));
        frames.add(extreme(track, Similarity::scale));
        frames.add(extreme(track, similarity -> -similarity.scale()));
        return frames.stream().distinct().sorted().toList();
    }

    private static int extreme(Track track, ToDoubleFunction<Similarity> value) {
        int most = 0;
        for (int i = 1; i < track.frames().size(); i++) {
            if (value.applyAsDouble(track.frames().get(i).similarity())
                    > value.applyAsDouble(track.frames().get(most).similarity())) {
                most = i;
            }
        }
        return most;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        if (wanted.contains(index)) {
            cells.put(index, cell(picture, track.frames().get(index)));
        }
    }

    /** The face twice, side by side. */
    private BufferedImage cell(BgrImage picture, Track.TrackedFrame frame) {
        Similarity similarity = frame.similarity();
        AffineTransform onto = new AffineTransform(
                similarity.a(), similarity.b(), -similarity.b(), similarity.a(), similarity.tx(), similarity.ty());
        BufferedImage outlined = picture.toBufferedImage();
        Graphics2D graphics = smooth(outlined);
        graphics.setColor(Color.GREEN);
        for (Point place : edge.places()) {
            graphics.fill(
                    onto.createTransformedShape(new Rectangle2D.Double(place.x() - 0.7, place.y() - 0.7, 1.4, 1.4)));
        }
        graphics.dispose();

        BufferedImage speaking = picture.toBufferedImage();
        graphics = smooth(speaking);
        onto.translate(box.x(), box.y());
        graphics.drawImage(inLight(frame.light()), onto, null);
        graphics.dispose();

        BufferedImage both = new BufferedImage(2 * CELL, CELL, BufferedImage.TYPE_3BYTE_BGR);
        graphics = smooth(both);
        drawFace(graphics, outlined, similarity, 0);
        drawFace(graphics, speaking, similarity, CELL);
        graphics.dispose();
        return both;
    }

    private BufferedImage inLight(Light light) {
        BufferedImage lit = new BufferedImage(patch.getWidth(), patch.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < patch.getHeight(); y++) {
            for (int x = 0; x < patch.getWidth(); x++) {
                int argb = patch.getRGB(x, y);
                int alpha = argb >>> 24;
                double turn = Light.turn(box, box.x() + x + 0.5, box.y() + y + 0.5);
                int shown = alpha << 24;
                for (int channel = 0; channel < 3; channel++) {
                    int shift = 16 - 8 * channel;
                    double value = (argb >> shift & 0xFF) * light.at(channel, turn, alpha);
                    shown |= (int) Math.min(255, Math.round(value)) << shift;
                }
                lit.setRGB(x, y, shown);
            }
        }
        return lit;
    }

    private void drawFace(Graphics2D graphics, BufferedImage picture, Similarity similarity, int left) {
        double centreX = box.x() + box.width() / 2.0;
        double centreY = box.y() + box.height() * 0.3;
        double half = VIEW / 2 * box.width() * similarity.scale();
        double x = similarity.x(centreX, centreY);
        double y = similarity.y(centreX, centreY);
        graphics.drawImage(
                picture,
                left,
                0,
                left + CELL,
                CELL,
                (int) (x - half),
                (int) (y - half),
                (int) (x + half),
                (int) (y + half),
                null);
    }

    /** All cells, each with the number of its frame. */
    BufferedImage sheet() {
        int rows = (cells.size() + COLUMNS / 2 - 1) / (COLUMNS / 2);
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL, rows * (CELL + LABEL), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = smooth(sheet);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        int at = 0;
        for (Map.Entry<Integer, BufferedImage> cell : cells.entrySet()) {
            int x = at % (COLUMNS / 2) * 2 * CELL;
            int y = at / (COLUMNS / 2) * (CELL + LABEL);
            graphics.drawImage(cell.getValue(), x, y, null);
            graphics.drawString("frame " + cell.getKey(), x + 8, y + CELL + 17);
            at++;
        }
        graphics.dispose();
        return sheet;
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return graphics;
    }
}
