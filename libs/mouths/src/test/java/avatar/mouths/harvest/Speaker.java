package avatar.mouths.harvest;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.MouthWarp;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.ArrayList;
import java.util.List;

/** A picture of the presenter in the middle of speech, and the face in it. */
public record Speaker(BgrImage picture, Face face) {

    public static final Speaker AT_REST = atRest();
    public static final MouthWarp WARP = new MouthWarp(AT_REST.picture, AT_REST.face, List.of());

    private static Speaker atRest() {
        BgrImage picture = Clips.presenter().getFirst();
        try (FaceTracker tracker = new FaceTracker()) {
            return new Speaker(
                    picture,
                    tracker.track(MemoryClip.of(List.of(picture))).faces().getFirst());
        }
    }

    public static Speaker saying(Viseme viseme) {
        BufferedImage image = AT_REST.picture.toBufferedImage();
        PixelBox box = WARP.box();
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(WARP.patch(viseme), box.x(), box.y(), null);
        graphics.dispose();
        return new Speaker(BgrImage.of(image), AT_REST.face).withPoints(MouthWarp.LIPS, WARP.lips(viseme));
    }

    Speaker withPoints(List<Integer> indices, List<Point> points) {
        List<Point> mesh = new ArrayList<>(face.mesh());
        for (int i = 0; i < points.size(); i++) {
            mesh.set(indices.get(i), points.get(i));
        }
        return new Speaker(picture, new Face(mesh, face.confidence()));
    }

    /** Elsewhere in the picture, and in another light. */
    public Speaker moved(Similarity move, float gain) {
        BufferedImage image = picture.toBufferedImage();
        BufferedImage moved = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = moved.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                image, new AffineTransform(move.a(), move.b(), -move.b(), move.a(), move.tx(), move.ty()), null);
        graphics.dispose();
        BufferedImage lit = new RescaleOp(gain, 0, null).filter(moved, null);
        return new Speaker(BgrImage.of(lit), face.carried(move));
    }

    /** A clip of them, the first being the reference frame. */
    static TrackedClip clip(List<Speaker> frames, List<Similarity> track) {
        return new TrackedClip(
                MemoryClip.of(frames.stream().map(Speaker::picture).toList()),
                frames.stream().map(Speaker::face).toList(),
                track,
                0);
    }
}
