package avatar.setup.portrait;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.PictureWarp;
import avatar.mouths.blink.Blink;
import avatar.mouths.blink.BlinkPainter;
import avatar.mouths.blink.BlinkSchedule;
import java.util.ArrayList;
import java.util.List;

/**
 * An animated still: nine seconds of breath, slight sway and blinks, rendered again at each reading. After its last
 * frame comes its first. The edges of the picture and the mouth do not move.
 */
public final class PortraitClip implements Clip {

    private static final double FPS = 30;
    private static final int FRAMES = 270;
    private static final int INVERSION_STEPS = 5;

    private final BgrImage still;
    private final Face face;
    private final List<Body.Shares> cells;
    private final Body body;
    private final BlinkSchedule blinks;
    private final BlinkPainter painter;

    /** @param face of the still, its eyes open */
    public PortraitClip(BgrImage still, Face face) {
        this.still = still;
        this.face = face;
        this.body = new Body(face, still.width(), still.height());
        this.blinks = BlinkSchedule.of(FRAMES, FPS);
        this.painter = new BlinkPainter(new Blink(still, face));
        List<Body.Shares> shares = new ArrayList<>();
        for (int row = 0; row < PictureWarp.cells(still.height()); row++) {
            for (int column = 0; column < PictureWarp.cells(still.width()); column++) {
                shares.add(body.sharesAt(new Point((column + 0.5) * PictureWarp.CELL, (row + 0.5) * PictureWarp.CELL)));
            }
        }
        this.cells = List.copyOf(shares);
    }

    @Override
    public int width() {
        return still.width();
    }

    @Override
    public int height() {
        return still.height();
    }

    @Override
    public double fps() {
        return FPS;
    }

    public int frameCount() {
        return FRAMES;
    }

    @Override
    public void forEach(Visitor visitor) {
        try (PictureWarp open = new PictureWarp(still)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                visitor.visit(frame, picture(frame, open));
            }
        }
    }

    /** The face of the still in a frame, with moved points. */
    public Face face(int frame) {
        Sway sway = Sway.at((double) frame / FRAMES);
        List<Point> mesh = face.mesh().stream().map(point -> moved(point, sway)).toList();
        return new Face(mesh, face.confidence());
    }

    /** Movements are given from target to source and are small: a few iterations invert them. */
    private Point moved(Point point, Sway sway) {
        Point to = point;
        for (int step = 0; step < INVERSION_STEPS; step++) {
            to = point.minus(body.sourceOf(body.sharesAt(to), sway));
        }
        return to;
    }

    private BgrImage picture(int frame, PictureWarp open) {
        double closed = blinks.closed(frame);
        Sway sway = Sway.at((double) frame / FRAMES);
        if (closed == 0) {
            return bent(open, sway);
        }
        try (PictureWarp blinking = new PictureWarp(painter.paint(still, closed))) {
            return bent(blinking, sway);
        }
    }

    private BgrImage bent(PictureWarp picture, Sway sway) {
        float[] moveX = new float[cells.size()];
        float[] moveY = new float[cells.size()];
        for (int i = 0; i < moveX.length; i++) {
            Point source = body.sourceOf(cells.get(i), sway);
            moveX[i] = (float) source.x();
            moveY[i] = (float) source.y();
        }
        return picture.by(moveX, moveY);
    }
}
