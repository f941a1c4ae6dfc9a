package avatar.faces.presenter;

import avatar.faces.video.VideoWriter;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** The base video of the default avatar: 8 seconds of the idle presenter, which loop without a seam. */
public final class PresenterVideo {

    public static final double FPS = 30;

    static final int FRAMES = (int) (FPS * PresenterAnimation.LOOP_SECONDS);

    private PresenterVideo() {}

    /**
     * Writes the same MP4 file every time.
     *
     * @param progress called after every frame with the part that is done, up to 1
     */
    public static void write(Path file, DoubleConsumer progress) {
        PresenterRenderer renderer = new PresenterRenderer();
        try (VideoWriter writer = VideoWriter.create(file, PresenterDrawing.WIDTH, PresenterDrawing.HEIGHT, FPS)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                writer.write(renderer.render(PresenterAnimation.at(frame / FPS)));
                progress.accept((frame + 1.0) / FRAMES);
            }
        }
    }
}
