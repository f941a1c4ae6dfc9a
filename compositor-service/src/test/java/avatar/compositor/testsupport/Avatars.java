package avatar.compositor.testsupport;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.BaseFrame;
import avatar.compositor.avatar.BaseFrameMaker;
import avatar.compositor.avatar.MouthPatch;
import avatar.compositor.avatar.PatchSet;
import avatar.compositor.jpeg.Chroma;
import avatar.compositor.jpeg.JpegFormat;
import avatar.compositor.jpeg.TileGrid;
import avatar.contract.bundle.PixelBox;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Avatars of scenes, without a video in between. */
public final class Avatars {

    private Avatars() {}

    /** As the settings are by default. */
    public static final JpegFormat FORMAT = new JpegFormat(80, Chroma.HALF);

    public static Avatar of(Scene scene, double fps) {
        return of(scene, fps, FORMAT);
    }

    public static Avatar of(Scene scene, double fps, JpegFormat format) {
        PixelBox box = scene.mouthBox();
        PatchSet patches = new PatchSet(
                scene.lips(),
                (viseme, opening) -> MouthPatch.ofStraight(box.width(), box.height(), scene.patch(viseme, opening)));
        return new Avatar("synthetic", scene.width(), scene.height(), fps, frames(scene, format), patches);
    }

    private static List<BaseFrame> frames(Scene scene, JpegFormat format) {
        List<BaseFrame> frames = new ArrayList<>();
        TileGrid grid = TileGrid.of(scene.width(), scene.height(), format);
        try (BaseFrameMaker maker = new BaseFrameMaker(grid, scene.mouthBox())) {
            for (int index = 0; index < scene.frameCount(); index++) {
                try (Mat picture = Pictures.bgr(scene.width(), scene.height(), scene.frame(index))) {
                    frames.add(maker.make(picture, scene.tracked(index)));
                }
            }
        }
        return frames;
    }
}
