package avatar.mouths.sadtalker;

import avatar.contract.bundle.Opening;
import avatar.faces.face.Point;
import avatar.mouths.warp.OpenMouth;
import avatar.mouths.warp.VisemeMouth;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A mouth rendered by the networks, each opening separately.
 *
 * @param isSeen whether a face was found in the picture, so that its lips could be measured
 */
record RenderedMouth(Map<Opening, OpenMouth> openings, boolean isSeen, List<Point> moves) implements VisemeMouth {

    RenderedMouth {
        openings = Map.copyOf(openings);
        moves = List.copyOf(moves);
    }

    @Override
    public BufferedImage patch(Opening opening) {
        return Objects.requireNonNull(openings.get(opening)).patch(1);
    }

    @Override
    public double sharpness() {
        return Objects.requireNonNull(openings.get(Opening.FULL)).sharpness();
    }

    @Override
    public String origin() {
        return isSeen ? "sadtalker" : "sadtalker, lips not found";
    }
}
