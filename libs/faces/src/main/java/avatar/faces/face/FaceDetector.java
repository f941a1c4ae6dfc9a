package avatar.faces.face;

import avatar.faces.video.BgrImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the faces of a picture: BlazeFace, short range. Anchors as published with the model: two for every cell of a
 * 16 x 16 grid, six for every cell of an 8 x 8 one, at the middle of the cells.
 */
public final class FaceDetector implements AutoCloseable {

    private static final double LEAST_SCORE = 0.5;
    private static final double SAME_FACE_OVERLAP = 0.3;
    private static final int VALUES_PER_ANCHOR = 16;
    private static final int CLOSER_LOOKS = 2;

    private final Network network = new Network("blazeface.onnx", 128);
    private final List<Point> anchors = anchors();

    /**
     * A face somewhere in a picture.
     *
     * @param centre of its box
     * @param width of its box, in pixels
     * @param rightEye the person's own right eye, left in the picture
     * @param score 0..1
     */
    public record Detection(Point centre, double width, double height, Point rightEye, Point leftEye, double score) {

        double area() {
            return width * height;
        }

        /** Intersection over union of the boxes. */
        double overlap(Detection other) {
            double w = (width + other.width) / 2 - Math.abs(centre.x() - other.centre.x());
            double h = (height + other.height) / 2 - Math.abs(centre.y() - other.centre.y());
            double shared = Math.min(Math.max(w, 0), Math.min(width, other.width))
                    * Math.min(Math.max(h, 0), Math.min(height, other.height));
            return shared / (area() + other.area() - shared);
        }
    }

    /**
     * The faces, largest first. If none is found, parts of the picture are searched: the network misses faces below a
     * tenth of its input.
     */
    public List<Detection> detect(BgrImage image) {
        List<Detection> faces = distinct(candidates(image, Crop.letterbox(image)));
        int side = Math.min(image.width(), image.height());
        for (int halvings = 0; faces.isEmpty() && halvings < CLOSER_LOOKS; halvings++) {
            faces = distinct(tiles(image, side >> halvings).stream()
                    .flatMap(tile -> candidates(image, tile).stream())
                    .toList());
        }
        return faces;
    }

    /** Squares that cover the picture, each overlapping the next by half. */
    private static List<Crop> tiles(BgrImage image, int side) {
        int columns = 1 + (int) Math.ceil(2.0 * (image.width() - side) / side);
        int rows = 1 + (int) Math.ceil(2.0 * (image.height() - side) / side);
        List<Crop> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = columns == 1 ? 0 : (double) column * (image.width() - side) / (columns - 1);
                double y = rows == 1 ? 0 : (double) row * (image.height() - side) / (rows - 1);
                tiles.add(new Crop(new Point(x + side / 2.0, y + side / 2.0), side, 0));
            }
        }
        return tiles;
    }

    private List<Detection> candidates(BgrImage image, Crop crop) {
        float[] planes = crop.read(image, network.size());
        for (int i = 0; i < planes.length; i++) {
            planes[i] = planes[i] * 2 - 1;
        }
        Network.Outputs outputs = network.run(planes);
        return decode(outputs.get("regressors"), outputs.get("classificators"), crop);
    }

    private List<Detection> decode(float[] values, float[] logits, Crop crop) {
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            double score = 1 / (1 + Math.exp(-logits[i]));
            if (score >= LEAST_SCORE) {
                int at = i * VALUES_PER_ANCHOR;
                double scale = crop.side() / network.size();
                found.add(new Detection(
                        point(values, at, i, crop),
                        values[at + 2] * scale,
                        values[at + 3] * scale,
                        point(values, at + 4, i, crop),
                        point(values, at + 6, i, crop),
                        score));
            }
        }
        return found;
    }

    private Point point(float[] values, int at, int anchor, Crop crop) {
        Point origin = anchors.get(anchor);
        return crop.toPicture(origin.x() + values[at] / network.size(), origin.y() + values[at + 1] / network.size());
    }

    /** Keeps the box with the highest score of those that overlap (non-maximum suppression). */
    private static List<Detection> distinct(List<Detection> candidates) {
        List<Detection> faces = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .filter(candidate -> faces.stream().noneMatch(face -> face.overlap(candidate) > SAME_FACE_OVERLAP))
                .forEachOrdered(faces::add);
        faces.sort(Comparator.comparingDouble(Detection::area).reversed());
        return List.copyOf(faces);
    }

    private static List<Point> anchors() {
        List<Point> anchors = new ArrayList<>();
        addGrid(anchors, 16, 2);
        addGrid(anchors, 8, 6);
        return List.copyOf(anchors);
    }

    private static void addGrid(List<Point> anchors, int cells, int perCell) {
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                for (int i = 0; i < perCell; i++) {
                    anchors.add(new Point((column + 0.5) / cells, (row + 0.5) / cells));
                }
            }
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
