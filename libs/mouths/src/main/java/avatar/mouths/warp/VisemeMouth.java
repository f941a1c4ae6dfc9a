package avatar.mouths.warp;

import avatar.contract.bundle.Opening;
import avatar.faces.face.Point;
import java.awt.image.BufferedImage;
import java.util.List;

/** The mouth of one viseme, made by any engine. */
public interface VisemeMouth {

    /** The patch of an opening: of the size of the mouth box, opaque under the soft mask. */
    BufferedImage patch(Opening opening);

    /** Sharpness of its lips and skin relative to the shut mouth, fully open. */
    double sharpness();

    /** The movement of each of the 40 points of the lips from the shut mouth, in eye distances. */
    List<Point> moves();

    /** The engine that made it, and its source. */
    String origin();
}
