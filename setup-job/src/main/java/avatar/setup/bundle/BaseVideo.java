package avatar.setup.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.video.BgrImage;
import avatar.setup.video.Clip;
import avatar.setup.video.VideoClip;
import avatar.setup.video.VideoLimits;
import avatar.setup.video.VideoReader;
import avatar.setup.video.VideoWriter;
import java.nio.file.Path;

/**
 * The video as it loops: every source brought to one codec and a constant rate. All that is measured, is measured on it and not
 * on the source, so it holds for what the compositor decodes.
 */
record BaseVideo(Path file, int width, int height, double fps, int frameCount) implements Clip {

    /** Fewer than this make no loop that one could look at. */
    private static final int FEWEST_FRAMES = 2;

    static BaseVideo make(Path source, Path target, double maxSeconds) {
        try (VideoReader reader = VideoReader.open(source, VideoLimits.DEFAULT.withMaxSeconds(maxSeconds));
                VideoWriter writer = VideoWriter.create(target, reader.width(), reader.height(), reader.fps())) {
            int count = 0;
            for (BgrImage picture = reader.read(); picture != null; picture = reader.read()) {
                writer.write(picture);
                count++;
            }
            if (count < FEWEST_FRAMES) {
                throw new AvatarException(
                        ErrorCode.UNREADABLE_VIDEO,
                        "'%s' has %d pictures; a loop needs at least %d"
                                .formatted(source.getFileName(), count, FEWEST_FRAMES));
            }
            return new BaseVideo(target, reader.width() & ~1, reader.height() & ~1, reader.fps(), count);
        }
    }

    @Override
    public void forEach(Visitor visitor) {
        int[] visited = {0};
        new VideoClip(file, VideoLimits.DEFAULT, width, height, fps).forEach((index, picture) -> {
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
