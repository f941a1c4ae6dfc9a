package avatar.compositor.bench;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.jpeg.JpegEncoder;
import avatar.compositor.render.FrameComposer;
import avatar.compositor.render.MouthPose;
import avatar.compositor.render.MouthTiles;
import avatar.compositor.testsupport.Avatars;
import avatar.compositor.testsupport.Pictures;
import avatar.compositor.testsupport.Scene;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

/** What a speaking frame costs at 720p, against encoding the whole frame. */
class FrameBench {

    private static final int WARM_UP = 2000;
    private static final int ROUNDS = 3000;

    private final Scene scene = Scene.of(1280, 720, 20);
    private final Avatar avatar = Avatars.of(scene, 30);

    @Test
    void speakingFrameAgainstWholeFrame() {
        MouthPose passing = new MouthPose(Lips.of(Viseme.M), Lips.of(Viseme.AA), 0.5);
        MouthPose held = new MouthPose(Lips.of(Viseme.AA), Lips.of(Viseme.AA), 1);
        try (FrameComposer composer = new FrameComposer(avatar, () -> 0.85, new MouthTiles(0));
                JpegEncoder encoder = new JpegEncoder(8);
                Mat whole = Pictures.bgr(1280, 720, scene.frame(0))) {
            report("speaking, between two visemes", i -> composer.compose(i % 20, passing));
            report("speaking, one viseme", i -> composer.compose(i % 20, held));
            report("whole frame, the JPEG encoding alone", i -> encoder.encode(whole));
        }
    }

    private static void report(String what, IntConsumer work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(i);
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-40s p50 %.3f ms  p99 %.3f ms%n", what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }
}
