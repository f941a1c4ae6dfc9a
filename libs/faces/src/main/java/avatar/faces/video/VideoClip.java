package avatar.faces.video;

import java.nio.file.Path;

/**
 * A video file as a clip. Each time it is gone through, it is decoded anew, a little ahead of who looks at it.
 *
 * @param limits that were kept when it was opened, and are kept each time
 * @param expectedPictures by what the file says of itself, which need not be true
 * @param isQuick whether it is decoded in less time, colours not exact
 */
public record VideoClip(
        Path file, VideoLimits limits, int width, int height, double fps, int expectedPictures, boolean isQuick)
        implements Clip {

    /**
     * Looks at the file's first picture.
     *
     * @throws avatar.contract.problem.AvatarException {@code UNREADABLE_VIDEO}; a file that breaks off is found out only when it is
     *     gone through
     */
    public static VideoClip open(Path file, VideoLimits limits) {
        try (VideoReader reader = VideoReader.open(file, limits)) {
            return new VideoClip(
                    file, limits, reader.width(), reader.height(), reader.fps(), reader.expectedPictures(), false);
        }
    }

    /** The same for who looks at shapes and not at colours. */
    public VideoClip quick() {
        return new VideoClip(file, limits, width, height, fps, expectedPictures, true);
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
