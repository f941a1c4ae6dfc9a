package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Similarity;
import avatar.contract.problem.AvatarException;
import avatar.faces.face.Point;
import avatar.faces.video.Pictures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LipReaderTest {

    /** "Lay red with p nine again". */
    private static final String CLIP = "../grid/lrwp9a.mpg";

    private static final Path LABELS =
            Path.of(System.getProperty("avatar.root", ".."), "setup-job", "tools", "mouth-shapes", "lrwp9a.csv");

    @Test
    void faceCoordinatesStartBetweenTheCornersAndAreMeasuredInEyeDistances() {
        Similarity toFace = LipReader.toFace(new Point(100, 200), new Point(160, 280), 200);

        assertThat(toFace.x(130, 240)).isCloseTo(0, within(1e-12));
        assertThat(toFace.y(130, 240)).isCloseTo(0, within(1e-12));
        assertThat(toFace.x(160, 280)).isCloseTo(0.25, within(1e-12));
        assertThat(toFace.y(160, 280)).isCloseTo(0, within(1e-12));
        assertThat(toFace.y(90, 270)).as("y runs down").isCloseTo(0.25, within(1e-12));
    }

    @Test
    void lipsAreShutWhereAPIsHeardOpenInTheVowelAfterItAndThenAtRest() {
        List<Sound> sounds = Sound.read(LABELS);

        TalkingClip clip = LipReader.read(Pictures.realVideo(CLIP), sounds);

        assertThat(smallestOpening(clip, heard("P", sounds))).isLessThan(0.01);
        assertThat(smallestOpening(clip, heard("IY", sounds))).isGreaterThan(0.08);
        assertThat(clip.neutral().opening()).isZero();
        assertThat(clip.moves().getLast().size()).isLessThan(0.01);
        assertThat(clip.liveliness()).isGreaterThan(0.03);
    }

    @Test
    void aClipWhoseLipsNeverRestIsRefused() {
        Path video = Pictures.realVideo(CLIP);
        List<Sound> endless = List.of(new Sound(0, 1, "SIL"), new Sound(1, 60, "AA"), new Sound(60, 61, "SIL"));

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> LipReader.read(video, endless))
                .withMessageContaining("lrwp9a");
    }

    private static Sound heard(String phoneme, List<Sound> sounds) {
        return sounds.stream()
                .filter(sound -> sound.phoneme().equals(phoneme))
                .findFirst()
                .orElseThrow();
    }

    private static double smallestOpening(TalkingClip clip, Sound sound) {
        double smallest = Double.MAX_VALUE;
        for (int frame = 0; frame < clip.moves().size(); frame++) {
            double time = TalkingClip.time(frame, clip.fps());
            if (time >= sound.start() && time < sound.end()) {
                smallest = Math.min(
                        smallest, clip.neutral().plus(clip.moves().get(frame)).opening());
            }
        }
        return smallest;
    }
}
