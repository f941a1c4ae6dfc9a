package avatar.setup.clips;

import avatar.setup.presenter.PresenterVideo;
import avatar.setup.video.BgrImage;
import avatar.setup.video.VideoLimits;
import avatar.setup.video.VideoReader;
import avatar.setup.video.VideoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where tests get their videos from: the presenter, changed at will. */
public final class Clips {

    private static final double PRESENTER_SECONDS = 0.5;

    private Clips() {}

    /** The first pictures of the presenter; drawn once. */
    public static List<BgrImage> presenter() {
        return Presenter.PICTURES;
    }

    private static final class Presenter {

        static final List<BgrImage> PICTURES = draw();

        private static List<BgrImage> draw() {
            try {
                Path file = Files.createTempFile("presenter", ".mp4");
                try {
                    PresenterVideo.write(file, done -> {});
                    return read(file);
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<BgrImage> read(Path file) {
            List<BgrImage> pictures = new ArrayList<>();
            try (VideoReader reader = VideoReader.open(file, VideoLimits.DEFAULT.withMaxSeconds(PRESENTER_SECONDS))) {
                for (BgrImage picture = reader.read(); picture != null; picture = reader.read()) {
                    pictures.add(picture);
                }
            }
            return List.copyOf(pictures);
        }
    }

    /** Writes the presenter's pictures, each changed, as a video. */
    public static Path write(Path file, UnaryOperator<BgrImage> change) {
        BgrImage first = change.apply(presenter().getFirst());
        try (VideoWriter writer = VideoWriter.create(file, first.width(), first.height(), 30)) {
            presenter().stream().map(change).forEachOrdered(writer::write);
        }
        return file;
    }

    /** Writes the presenter's first picture so often, as a video of somebody who never blinks. */
    public static Path writeStill(Path file, int pictures) {
        BgrImage still = presenter().getFirst();
        try (VideoWriter writer = VideoWriter.create(file, still.width(), still.height(), 30)) {
            for (int i = 0; i < pictures; i++) {
                writer.write(still);
            }
        }
        return file;
    }
}
