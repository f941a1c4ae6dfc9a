package avatar.setup.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.loop.LoopPlan;
import avatar.faces.loop.LoopRenderer;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.faces.video.VideoWork;
import avatar.faces.video.VideoWriter;
import java.nio.file.Path;

/** The base video: the loop in one codec, at a constant rate. */
record BaseVideo(Path file, int width, int height, double fps, int frameCount) implements Clip {

    /** A change to a picture, by its number in the loop. */
    interface Change {
        BgrImage apply(int number, BgrImage picture);
    }

    /**
     * Writes the loop.
     *
     * @param change applied to each picture before it is written
     */
    static BaseVideo write(Clip source, LoopPlan plan, Path target, Change change) {
        int[] count = {0};
        try (VideoWriter writer = VideoWriter.create(target, source.width(), source.height(), source.fps())) {
            LoopRenderer.render(source, plan, picture -> {
                writer.write(change.apply(count[0]++, picture));
            });
        }
        return new BaseVideo(target, source.width() & ~1, source.height() & ~1, source.fps(), count[0]);
    }

    @Override
    public void forEach(Visitor visitor) {
        int[] visited = {0};
        VideoClip.open(file, VideoLimits.DEFAULT.withWork(VideoWork.ANY)).forEach((index, picture) -> {
            visited[0]++;
            visitor.visit(index, picture);
        });
        if (visited[0] != frameCount) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "'%s' has %d pictures, %d were written".formatted(file.getFileName(), visited[0], frameCount));
        }
    }
}
