package avatar.faces.presenter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenterVideoTest {

    private static final List<Double> PROGRESS = new ArrayList<>();
    private static Path video;

    @BeforeAll
    static void render(@TempDir Path folder) {
        video = folder.resolve("presenter.mp4");
        PresenterVideo.write(video, PROGRESS::add);
    }

    @Test
    void lastsEightSeconds() {
        try (VideoReader reader = VideoReader.open(video)) {
            assertThat(reader.width()).isEqualTo(1280);
            assertThat(reader.height()).isEqualTo(720);
            assertThat(reader.fps()).isEqualTo(30);
            assertThat(IntStream.generate(() -> reader.read() == null ? 0 : 1)
                            .takeWhile(read -> read == 1)
                            .count())
                    .isEqualTo(240);
        }
    }

    @Test
    void tellsHowFarItIs() {
        assertThat(PROGRESS).hasSize(240).isSorted().endsWith(1.0);
    }

    @Test
    void loopsWithoutASeamOrAJump() {
        List<Double> steps = steps();

        double median = steps.stream().sorted().toList().get(steps.size() / 2);

        assertThat(steps.getLast())
                .as("the step from the last frame to the first")
                .isLessThan(2 * median);
        assertThat(steps).allSatisfy(step -> assertThat(step).isLessThan(3 * median));
    }

    @Test
    void showsWhatWasDrawn() {
        PresenterRenderer renderer = new PresenterRenderer();

        try (VideoReader reader = VideoReader.open(video)) {
            for (int frame = 0; frame < 60; frame++) {
                BgrImage drawn = renderer.render(PresenterAnimation.at(frame / PresenterVideo.FPS));
                assertThat(Pictures.psnr(requireNonNull(reader.read()), drawn)).isGreaterThan(42);
            }
        }
    }

    /**
     * By how much each frame as it is drawn differs from the next, of 255; the last of them from the first. In the file
     * every key frame differs from the one before it by half a level more, since it is encoded again.
     */
    private static List<Double> steps() {
        PresenterRenderer renderer = new PresenterRenderer();
        List<Double> steps = new ArrayList<>();
        BgrImage first = renderer.render(PresenterAnimation.at(0));
        BgrImage previous = first;
        for (int frame = 1; frame < PresenterVideo.FRAMES; frame++) {
            BgrImage next = renderer.render(PresenterAnimation.at(frame / PresenterVideo.FPS));
            steps.add(difference(previous, next));
            previous = next;
        }
        steps.add(difference(previous, first));
        return steps;
    }

    private static double difference(BgrImage one, BgrImage other) {
        long sum = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            sum += Math.abs((one.bgr()[i] & 0xff) - (other.bgr()[i] & 0xff));
        }
        return (double) sum / one.bgr().length;
    }
}
