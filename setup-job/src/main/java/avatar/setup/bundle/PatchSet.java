package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.setup.face.Face;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import avatar.setup.warp.Blink;
import avatar.setup.warp.MouthWarp;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** The 22 mouths and the blink of the reference frame, written with their contact sheet. */
record PatchSet(PixelBox mouthBox, PixelBox eyeBox) {

    static final String ENGINE = "warp";

    /** Sides of the contact sheet's view of the face, in eye distances. */
    private static final double VIEW = 2.4;

    private static final int NOSE_TIP = 4;

    static PatchSet make(Reference reference, BundleFolder folder) throws IOException {
        MouthWarp mouth = new MouthWarp(reference.picture(), reference.face());
        Preview preview = new Preview(reference.picture(), view(reference.picture(), reference.face()));
        for (Viseme viseme : Viseme.values()) {
            BufferedImage patch = mouth.patch(viseme);
            folder.writePng(AvatarBundle.patch(viseme), patch);
            preview.add(viseme.label(), patch, mouth.box());
        }
        Blink blink = new Blink(reference.picture(), reference.face());
        BufferedImage shut = blink.patch();
        folder.writePng(AvatarBundle.BLINK_PATCH, shut);
        preview.add("BLINK", shut, blink.box());
        folder.writePng(AvatarBundle.PREVIEW, preview.sheet());
        return new PatchSet(mouth.box(), blink.box());
    }

    private static PixelBox view(BgrImage picture, Face face) {
        int side = Math.min((int) (face.eyeDistance() * VIEW), Math.min(picture.width(), picture.height()));
        Point centre = face.at(NOSE_TIP);
        int x = Math.clamp((int) centre.x() - side / 2, 0, picture.width() - side);
        int y = Math.clamp((int) centre.y() - side / 2, 0, picture.height() - side);
        return new PixelBox(x, y, side, side);
    }
}
