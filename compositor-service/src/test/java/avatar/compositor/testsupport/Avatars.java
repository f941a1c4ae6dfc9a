package avatar.compositor.testsupport;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.BaseFrame;
import avatar.compositor.avatar.BaseFrameMaker;
import avatar.compositor.avatar.MouthPatch;
import avatar.compositor.avatar.PatchSet;
import avatar.compositor.jpeg.TileGrid;
import avatar.contract.bundle.PixelBox;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Avatars of scenes, without a video in between. */
public final class Avatars {

    private Avatars() {}

    public static Avatar of(Scene scene, double fps) {
        PixelBox box = scene.mouthBox();
        PatchSet patches = new PatchSet(
                scene.lips(),
                (viseme, opening) -> MouthPatch.ofStraight(box.width(), box.height(), scene.patch(viseme, opening)));
        return new Avatar("synthetic", scene.width(), scene.height(), fps, frames(scene), patches);
    }

    private static List<BaseFrame> frames(Scene scene) {
        List<BaseFrame> frames = new ArrayList<>();
        try (BaseFrameMaker maker = new BaseFrameMaker(TileGrid.of(scene.width(), scene.height()), scene.mouthBox())) {
            for (int index = 0; index < scene.frameCount(); index++) {
                try (Mat picture = Pictures.bgr(scene.width(), scene.height(), scene.frame(index))) {
                    frames.add(maker.make(picture, scene.tracked(index)));
                }
            }
        }
        return frames;
    }
}
