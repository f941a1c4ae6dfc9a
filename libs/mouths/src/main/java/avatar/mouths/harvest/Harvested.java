package avatar.mouths.harvest;

import avatar.contract.bundle.Opening;
import avatar.faces.face.Point;
import avatar.mouths.warp.OpenMouth;
import avatar.mouths.warp.VisemeMouth;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A mouth taken from a video.
 *
 * @param frame of the video
 * @param distance of its shape from the wanted one, in eye distances ({@link LipShape#distanceTo})
 */
public record Harvested(OpenMouth mouth, int frame, double distance) implements VisemeMouth {

    @Override
    public BufferedImage patch(Opening opening) {
        return mouth.patch(opening.share());
    }

    @Override
    public double sharpness() {
        return mouth.sharpness();
    }

    @Override
    public List<Point> moves() {
        return mouth.moves();
    }

    @Override
    public String origin() {
        return "harvest, frame %d".formatted(frame);
    }
}
