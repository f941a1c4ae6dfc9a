package avatar.faces.loop;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The features of each picture that a loop is chosen by, collected while the clip is read. */
public final class ClipFeatures implements Clip.Visitor {

    /** Cell size of the thumbnails that the face is read from. */
    private static final int FINE_SIDE = 192;

    /** Reduction of the thumbnails that whole pictures are compared in. */
    private static final int COARSER = 4;

    /** Number of pictures that others are compared with, spread over the clip. */
    private static final int MOST_COMPARED = 80;

    /** Number of sampled places of the face across and down. */
    private static final int FACE_GRID = 24;

    private final List<Thumbnail> coarse = new ArrayList<>();
    private final List<Thumbnail> fine = new ArrayList<>();
    private int pictureWidth;

    @Override
    public void visit(int index, BgrImage picture) {
        pictureWidth = picture.width();
        Thumbnail thumbnail = Thumbnail.of(picture, FINE_SIDE);
        fine.add(thumbnail);
        coarse.add(thumbnail.shrunk(COARSER));
    }

    public int count() {
        return coarse.size();
    }

    /**
     * The difference in the look of the face of each of some pictures from the others: the mean over the others of the
     * mean difference, in shades.
     *
     * @param head in every picture of the clip
     */
    public List<Double> strangeness(HeadPath head, List<Integer> pictures) {
        int step = Math.max(1, count() / MOST_COMPARED);
        List<short[]> others = IntStream.iterate(0, i -> i < count(), i -> i + step)
                .mapToObj(i -> face(i, head))
                .toList();
        return pictures.stream()
                .map(picture -> face(picture, head))
                .map(face -> others.stream()
                        .mapToDouble(other -> Thumbnail.difference(face, other))
                        .average()
                        .orElseThrow())
                .toList();
    }

    /** The brightness of the whole picture ({@link Thumbnail}). */
    short[] picture(int index) {
        return coarse.get(index).cells();
    }

    /** The brightness of the face, with the head brought to its place in the reference picture. */
    short[] face(int index, HeadPath head) {
        PixelBox face = head.face();
        Similarity pose = head.pose().get(index);
        Thumbnail thumbnail = fine.get(index);
        double scale = (double) thumbnail.width() / pictureWidth;
        short[] grid = new short[FACE_GRID * FACE_GRID];
        for (int row = 0; row < FACE_GRID; row++) {
            double y = face.y() + face.height() * (row + 0.5) / FACE_GRID;
            for (int column = 0; column < FACE_GRID; column++) {
                double x = face.x() + face.width() * (column + 0.5) / FACE_GRID;
                grid[row * FACE_GRID + column] = thumbnail.at(pose.x(x, y) * scale - 0.5, pose.y(x, y) * scale - 0.5);
            }
        }
        return grid;
    }
}
