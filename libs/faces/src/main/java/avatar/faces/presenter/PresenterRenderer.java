package avatar.faces.presenter;

import static avatar.faces.presenter.PresenterDrawing.HEIGHT;
import static avatar.faces.presenter.PresenterDrawing.WIDTH;

import avatar.faces.video.BgrImage;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Set;

/**
 * Composes the presenter in a pose from layers that are rendered once: the room, the torso, and the head below and
 * above its expression. Only eyes and brows are rendered again, when they change.
 *
 * <p>Used by one thread at a time.
 */
final class PresenterRenderer {

    private static final Expression NEUTRAL = new Expression(Lids.OPEN, 0, 0, 0);

    /** The base of the neck, the pivot of the head's tilt. */
    private static final double PIVOT_X = 640;

    private static final double PIVOT_Y = 520;

    /**
     * Where the shoulders are. They rise by the breath; the lower edge of the picture, where the jacket ends, does not.
     */
    private static final double SHOULDERS_Y = 560;

    private final PresenterDrawing drawing = new PresenterDrawing();
    private final BufferedImage room = drawing.paint(Set.of("background"), NEUTRAL, 1);
    private final Layer torso = Layer.cutFrom(fine(Set.of("neck", "body"), NEUTRAL));
    private final BufferedImage headBelow = fine(Set.of("hair-back", "face"), NEUTRAL);
    private final BufferedImage headAbove = fine(Set.of("nose", "mouth", "hair-front", "ears", "hair-loose"), NEUTRAL);

    private Expression shown = NEUTRAL;
    private Layer head = headWith(NEUTRAL);

    BgrImage render(Pose pose) {
        if (!pose.expression().equals(shown)) {
            head = headWith(pose.expression());
            shown = pose.expression();
        }
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(room, 0, 0, null);
        torso.draw(graphics, torsoTransform(pose));
        head.draw(graphics, headTransform(pose));
        graphics.dispose();
        return BgrImage.of(picture);
    }

    private Layer headWith(Expression expression) {
        BufferedImage whole = fine(Set.of("eye-left", "eye-right", "brow-left", "brow-right"), expression);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(headAbove, 0, 0, null);
        graphics.setComposite(AlphaComposite.DstOver);
        graphics.drawImage(headBelow, 0, 0, null);
        graphics.dispose();
        return Layer.cutFrom(whole);
    }

    private BufferedImage fine(Set<String> groups, Expression expression) {
        return drawing.paint(groups, expression, Layer.FINENESS);
    }

    private static AffineTransform torsoTransform(Pose pose) {
        AffineTransform transform = AffineTransform.getTranslateInstance(0, HEIGHT);
        transform.scale(1, 1 + pose.breath() / (HEIGHT - SHOULDERS_Y));
        transform.translate(0, -HEIGHT);
        return transform;
    }

    private static AffineTransform headTransform(Pose pose) {
        AffineTransform transform = AffineTransform.getTranslateInstance(pose.swayX(), pose.swayY() - pose.breath());
        transform.rotate(Math.toRadians(pose.tiltDegrees()), PIVOT_X, PIVOT_Y);
        return transform;
    }
}
