package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.setup.blink.Blink;
import avatar.setup.face.Face;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import avatar.setup.warp.MouthWarp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The 22 mouths in all openings and the blink of the reference frame, written with their contact sheet. */
record PatchSet(PixelBox mouthBox, PixelBox eyeBox) {

    static final String ENGINE = "warp";

    /** Sides of the contact sheet's view of the face, in eye distances. */
    private static final double VIEW = 2.4;

    private static final int NOSE_TIP = 4;

    static PatchSet make(Reference reference, BundleFolder folder) throws IOException {
        return make(reference, List.of(), folder);
    }

    /** @param ownMouth where the lips are in all frames, brought to where the head is in the reference frame */
    static PatchSet make(Reference reference, List<Point> ownMouth, BundleFolder folder) throws IOException {
        MouthWarp mouth = new MouthWarp(reference.picture(), reference.face(), ownMouth);
        Preview preview = new Preview(reference.picture(), view(reference.picture(), reference.face()));
        Map<Viseme, BufferedImage> full = writeMouths(mouth, folder);
        for (Viseme viseme : Viseme.values()) {
            preview.add(viseme.label(), Objects.requireNonNull(full.get(viseme)), mouth.box());
        }
        Blink blink = new Blink(reference.picture(), reference.face());
        BufferedImage shut = blink.patch();
        folder.writePng(AvatarBundle.BLINK_PATCH, shut);
        preview.add("BLINK", shut, blink.box());
        folder.writePng(AvatarBundle.PREVIEW, preview.sheet());
        return new PatchSet(mouth.box(), blink.box());
    }

    /** Every viseme in every opening, as many at once as there are processors. */
    private static Map<Viseme, BufferedImage> writeMouths(MouthWarp mouth, BundleFolder folder) {
        Map<Viseme, BufferedImage> full = new ConcurrentHashMap<>();
        Stream.of(Viseme.values()).parallel().forEach(viseme -> {
            for (Opening opening : Opening.values()) {
                BufferedImage patch = mouth.patch(viseme, opening.share());
                write(folder, AvatarBundle.patch(viseme, opening), patch);
                if (opening == Opening.FULL) {
                    full.put(viseme, patch);
                }
            }
        });
        return full;
    }

    private static void write(BundleFolder folder, String name, BufferedImage patch) {
        try {
            folder.writePng(name, patch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PixelBox view(BgrImage picture, Face face) {
        int side = Math.min((int) (face.eyeDistance() * VIEW), Math.min(picture.width(), picture.height()));
        Point centre = face.at(NOSE_TIP);
        int x = Math.clamp((int) centre.x() - side / 2, 0, picture.width() - side);
        int y = Math.clamp((int) centre.y() - side / 2, 0, picture.height() - side);
        return new PixelBox(x, y, side, side);
    }
}
