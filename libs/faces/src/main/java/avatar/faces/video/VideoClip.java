package avatar.faces.video;

import java.nio.file.Path;

/**
 * A video file as a clip. Each reading decodes it again, a few pictures ahead of the visitor.
 *
 * @param limits that are checked when it is opened, and at each reading
 * @param expectedPictures by the file's header and the limits; the header may be wrong
 * @param statedSeconds by the file's header; 0 if it has none
 * @param isQuick whether decoding is faster and colours are inexact
 */
public record VideoClip(
        Path file,
        VideoLimits limits,
        int width,
        int height,
        double fps,
        int expectedPictures,
        double statedSeconds,
        boolean isQuick)
        implements Clip {

    /**
     * Opens a file and decodes its first picture.
     *
     * @throws avatar.contract.problem.AvatarException {@code UNREADABLE_VIDEO}; a truncated file is detected only when
     *     it is gone through
     */
    public static VideoClip open(Path file, VideoLimits limits) {
        try (VideoReader reader = VideoReader.open(file, limits)) {
            return new VideoClip(
                    file,
                    limits,
                    reader.width(),
                    reader.height(),
                    reader.fps(),
                    reader.expectedPictures(),
                    reader.statedSeconds(),
                    false);
        }
    }

    /** The same clip decoded faster, for visitors that use shapes and not colours. */
    public VideoClip quick() {
        return new VideoClip(file, limits, width, height, fps, expectedPictures, statedSeconds, true);
    }

    @Override
    public void forEach(Visitor visitor) {
        try (VideoReader reader = VideoReader.open(file, limits, isQuick);
                ReadAhead pictures = new ReadAhead(reader::read)) {
            int index = 0;
            for (BgrImage picture = pictures.next(); picture != null; picture = pictures.next()) {
                visitor.visit(index++, picture);
            }
        }
    }
}
