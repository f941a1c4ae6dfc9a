package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.work.Workers;
import avatar.mouths.blink.Blink;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import avatar.setup.report.QualityReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/**
 * The mouths in all openings and the blink of the reference frame, written with their contact sheet.
 *
 * @param shut the patch of the shut mouth
 * @param origins the engine of each viseme's patches, and their frame in the source
 */
record PatchSet(
        PixelBox mouthBox,
        PixelBox eyeBox,
        BufferedImage shut,
        QualityReport.Sharpness sharpness,
        Map<String, String> origins) {

    /** Sides of the contact sheet's view of the face, in eye distances. */
    private static final double VIEW = 2.4;

    private static final int NOSE_TIP = 4;

    private record Mouth(Viseme viseme, BufferedImage full, double sharpness, String origin, List<Point> moves) {}

    private static Mouth written(Viseme viseme, VisemeMouth mouth, BundleFolder folder) throws IOException {
        for (Opening opening : List.of(Opening.THIRD, Opening.TWO_THIRDS)) {
            folder.writePng(AvatarBundle.patch(viseme, opening), mouth.patch(opening));
        }
        BufferedImage full = mouth.patch(Opening.FULL);
        folder.writePng(AvatarBundle.patch(viseme), full);
        return new Mouth(viseme, full, mouth.sharpness(), mouth.origin(), mouth.moves());
    }

    /**
     * Writes the patches, the lips and the contact sheet.
     *
     * @param made mouths of an engine; the missing ones are bent by {@code warp}
     * @param progress called with the part that is done, 0..1
     */
    static PatchSet write(
            Reference reference,
            MouthWarp warp,
            Map<Viseme, ? extends VisemeMouth> made,
            BundleFolder folder,
            DoubleConsumer progress)
            throws IOException {
        List<Mouth> mouths = mouths(warp, made, folder, progress);
        folder.writeJson(AvatarBundle.LIPS, lips(mouths));
        Blink blink = new Blink(reference.picture(), reference.face());
        BufferedImage eyesShut = blink.patch();
        folder.writePng(AvatarBundle.BLINK_PATCH, eyesShut);

        Preview preview = new Preview(reference.picture(), view(reference.picture(), reference.face()));
        Map<Viseme, BufferedImage> full = new EnumMap<>(Viseme.class);
        Map<String, String> origins = new TreeMap<>();
        for (Mouth mouth : mouths) {
            preview.add(mouth.viseme().label(), mouth.full(), warp.box());
            full.put(mouth.viseme(), mouth.full());
            origins.put(mouth.viseme().label(), mouth.origin());
        }
        preview.add("BLINK", eyesShut, blink.box());
        folder.writePng(AvatarBundle.PREVIEW, preview.sheet());
        BufferedImage shut = Objects.requireNonNull(full.get(Viseme.SIL));
        return new PatchSet(warp.box(), blink.box(), shut, sharpness(mouths), origins);
    }

    private static List<Mouth> mouths(
            MouthWarp warp, Map<Viseme, ? extends VisemeMouth> made, BundleFolder folder, DoubleConsumer progress) {
        try (Workers workers = new Workers()) {
            List<Workers.Piece<Mouth>> pieces = new ArrayList<>();
            for (Viseme viseme : Viseme.values()) {
                progress.accept((double) pieces.size() / Viseme.values().length);
                VisemeMouth ofEngine = made.get(viseme);
                VisemeMouth mouth = ofEngine == null ? warp.mouth(viseme) : ofEngine;
                pieces.add(workers.start(() -> written(viseme, mouth, folder)));
            }
            return pieces.stream().map(Workers.Piece::result).toList();
        }
    }

    private static LipShapes lips(List<Mouth> mouths) {
        Map<Viseme, List<List<Double>>> moves = new EnumMap<>(Viseme.class);
        for (Mouth mouth : mouths) {
            moves.put(
                    mouth.viseme(),
                    mouth.moves().stream()
                            .map(move -> List.of(Quality.rounded(move.x(), 5), Quality.rounded(move.y(), 5)))
                            .toList());
        }
        return new LipShapes(LipShapes.VERSION, moves);
    }

    private static QualityReport.Sharpness sharpness(List<Mouth> mouths) {
        List<Mouth> sorted = mouths.stream()
                .sorted(Comparator.comparingDouble(Mouth::sharpness))
                .toList();
        Mouth least = sorted.getFirst();
        return new QualityReport.Sharpness(
                Quality.rounded(least.sharpness()),
                least.viseme().label(),
                Quality.rounded(sorted.get(sorted.size() / 2).sharpness()));
    }

    private static PixelBox view(BgrImage picture, Face face) {
        int side = Math.min((int) (face.eyeDistance() * VIEW), Math.min(picture.width(), picture.height()));
        Point centre = face.at(NOSE_TIP);
        int x = Math.clamp((int) centre.x() - side / 2, 0, picture.width() - side);
        int y = Math.clamp((int) centre.y() - side / 2, 0, picture.height() - side);
        return new PixelBox(x, y, side, side);
    }
}
