package avatar.compositor.testsupport;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A made-up base video: a pattern that sways, and mouths that are patches of plain colours. */
public record Scene(int width, int height, int frameCount, Similarity placement) {

    public static Scene of(int width, int height, int frameCount) {
        return new Scene(width, height, frameCount, Similarity.IDENTITY);
    }

    /** The same scene with the mouth elsewhere in every frame. */
    public Scene placed(Similarity newPlacement) {
        return new Scene(width, height, frameCount, newPlacement);
    }

    public PixelBox mouthBox() {
        return new PixelBox(width * 2 / 5, height * 3 / 5, Math.max(2, width / 8), Math.max(2, height / 9));
    }

    /** BGR, row by row. */
    public byte[] frame(int index) {
        byte[] bgr = new byte[width * height * 3];
        Similarity sway = sway(index);
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                double u = x - sway.tx();
                double v = y - sway.ty();
                bgr[at] = (byte) (int) (128 + 60 * Math.sin(u / 17) + 40 * Math.cos(v / 11));
                bgr[at + 1] = (byte) (int) (128 + 60 * Math.sin(v / 13) + 30 * Math.cos(u / 7));
                bgr[at + 2] = (byte) (int) (128 + 50 * Math.sin((u + v) / 23) + 20 * Math.cos(u / 3));
            }
        }
        return bgr;
    }

    public TrackedFrame tracked(int index) {
        return new TrackedFrame(sway(index), 1, Light.even(1 - 0.001 * index, 1, 1 + 0.001 * index));
    }

    public List<TrackedFrame> track() {
        return IntStream.range(0, frameCount).mapToObj(this::tracked).toList();
    }

    /** The further down the inventory, the wider open; all in the same direction. */
    public LipShapes lips() {
        Map<Viseme, List<List<Double>>> moves = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            double down =
                    viseme == Viseme.SIL ? 0 : 0.1 * List.of(Viseme.values()).indexOf(viseme);
            moves.put(viseme, List.of(List.of(0.0, down)));
        }
        return new LipShapes(LipShapes.VERSION, moves);
    }

    public byte[] patch(Viseme viseme) {
        return patch(viseme, Opening.FULL);
    }

    /** BGRA with straight alpha, soft at the border: a colour of its own for every viseme and every opening. */
    public byte[] patch(Viseme viseme, Opening opening) {
        int columns = mouthBox().width();
        int rows = mouthBox().height();
        byte[] bgra = new byte[columns * rows * 4];
        int number = List.of(Viseme.values()).indexOf(viseme);
        for (int y = 0, at = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++, at += 4) {
                double across = (x + 0.5) / columns * 2 - 1;
                double down = (y + 0.5) / rows * 2 - 1;
                double alpha = Math.clamp((1 - Math.hypot(across, down)) / 0.4, 0, 1);
                bgra[at] = (byte) (number * 11);
                bgra[at + 1] = (byte) (255 - number * 9);
                bgra[at + 2] = (byte) Math.round(number % 5 * 60 + 12 * (1 - opening.share()));
                bgra[at + 3] = (byte) Math.round(alpha * 255);
            }
        }
        return bgra;
    }

    private Similarity sway(int index) {
        double angle = index * 2 * Math.PI / frameCount;
        return new Similarity(
                placement.a(),
                placement.b() + 0.01 * Math.sin(angle),
                placement.tx() + width / 40.0 * Math.sin(angle),
                placement.ty() + height / 60.0 * Math.cos(angle));
    }
}
