package avatar.compositor.testsupport;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.BaseFrame;
import avatar.compositor.avatar.BaseFrameMaker;
import avatar.compositor.avatar.MouthPatch;
import avatar.compositor.jpeg.TileGrid;
import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** Avatars of scenes, without a video in between. */
public final class Avatars {

    private Avatars() {}

    public static Avatar of(Scene scene, double fps) {
        Map<Viseme, MouthPatch> patches = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            patches.put(
                    viseme,
                    MouthPatch.ofStraight(
                            scene.mouthBox().width(), scene.mouthBox().height(), scene.patch(viseme)));
        }
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
