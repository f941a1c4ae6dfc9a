package avatar.mouths.warp;

import avatar.contract.bundle.Opening;
import avatar.faces.face.Point;
import java.awt.image.BufferedImage;
import java.util.List;

/** The mouth of one viseme, whichever engine made it. */
public interface VisemeMouth {

    /** As large as the mouth box, opaque under the soft mask. */
    BufferedImage patch(Opening opening);

    /** How sharp its lips and skin are against those of the mouth at rest, all the way open. */
    double sharpness();

    /** How far it is for each of the 40 points of the lips from the shut mouth, in eye distances. */
    List<Point> moves();

    /** Which engine made it, and of what. */
    String origin();
}
