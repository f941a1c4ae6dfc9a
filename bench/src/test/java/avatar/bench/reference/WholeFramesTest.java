package avatar.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.AvatarLoader;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.frame.FrameComposer;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.frame.MouthTiles;
import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegEncoder;
import avatar.pictures.jpeg.JpegFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The compositor against frames that are made whole, in other arithmetic and from the bundle's files. */
@TestInstance(Lifecycle.PER_CLASS)
class WholeFramesTest {

    private static final int WIDTH = 646;
    private static final int HEIGHT = 362;
    private static final int FRAMES = 12;
    private static final int MCU = 16;
    private static final double STRENGTH = 0.9;

    private AvatarBundle bundle;
    private Avatar avatar;

    @BeforeAll
    void writeBundle(@TempDir Path folder) {
        Scene scene = Scene.of(WIDTH, HEIGHT, FRAMES).placed(new Similarity(0.96, 0.08, 20.3, -10.7));
        Bundles.write(folder.resolve("scene"), scene, 25);
        bundle = AvatarBundle.open(folder.resolve("scene"));
        avatar = AvatarLoader.load(bundle.folder(), new JpegFormat(80, Chroma.HALF));
    }

    @Test
    void composedFrameIsTheOneThatIsMadeWhole() {
        try (WholeFrames whole = new WholeFrames(bundle, 80);
                JpegEncoder encoder =
                        new JpegEncoder(avatar.frames().getFirst().jpeg().grid());
                FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            for (int index = 0; index < FRAMES; index++) {
                Viseme viseme = List.of(Viseme.values()).get(index);
                Mat frame = whole.decode();
                whole.layOn(frame, viseme, STRENGTH);

                byte[] expected = Pictures.decode(encoder.encode(frame));
                byte[] composed =
                        Pictures.decode(composer.compose(index, new MouthPose(Lips.of(viseme), Lips.of(viseme), 1)));

                assertThat(rootMeanSquare(expected, composed))
                        .as("%s on frame %d", viseme, index)
                        .isLessThan(1);
            }
        }
    }

    @Test
    void nothingOutsideTheMaskChangesInAWholeUtterance() {
        List<MouthPose> utterance = utterance();
        boolean[][] masked = blocksUnderTheMask();
        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            for (int i = 0; i < utterance.size(); i++) {
                int index = avatar.indexOf(i);
                byte[] base = Pictures.decode(avatar.frames().get(index).jpeg().bytes());
                byte[] composed = Pictures.decode(composer.compose(index, utterance.get(i)));

                assertThat(changedOutside(masked[index], base, composed))
                        .as("%s on frame %d", utterance.get(i), index)
                        .isZero();
            }
        }
    }

    /** Every viseme after every other, and from and to the base video's own mouth. */
    private static List<MouthPose> utterance() {
        List<MouthPose> poses = new ArrayList<>();
        Lips from = null;
        for (Viseme viseme : Viseme.values()) {
            for (double progress = 0.25; progress <= 1; progress += 0.25) {
                poses.add(new MouthPose(from, Lips.of(viseme), progress));
            }
            from = Lips.of(viseme);
        }
        poses.add(new MouthPose(from, null, 0.5));
        return poses;
    }

    /** Of each frame, the blocks that are encoded together in which an opaque or a soft pixel of any patch lies. */
    private boolean[][] blocksUnderTheMask() {
        boolean[][] masked = new boolean[FRAMES][];
        try (WholeFrames whole = new WholeFrames(bundle, 80)) {
            for (int index = 0; index < FRAMES; index++) {
                Mat frame = whole.decode();
                byte[] before = pixels(frame);
                // Two of them, or a pixel that has the very colour of the patch would be missed.
                whole.layOn(frame, Viseme.M, 1);
                byte[] one = pixels(frame);
                whole.layOn(frame, Viseme.K, 1);
                byte[] other = pixels(frame);
                masked[index] = blocks(before, one);
                boolean[] more = blocks(one, other);
                for (int i = 0; i < more.length; i++) {
                    masked[index][i] |= more[i];
                }
            }
        }
        return masked;
    }

    private static byte[] pixels(Mat frame) {
        try (Mat copy = frame.clone()) {
            byte[] pixels = new byte[WIDTH * HEIGHT * 3];
            copy.data().get(pixels);
            return pixels;
        }
    }

    /**
     * Pixels that are not as before. A decoder smooths colours over the border of blocks: one pixel more may have
     * changed.
     */
    private static long changedOutside(boolean[] masked, byte[] before, byte[] after) {
        return IntStream.range(0, before.length)
                .filter(i -> before[i] != after[i])
                .filter(i -> !isNear(masked, i / 3 % WIDTH, i / 3 / WIDTH))
                .count();
    }

    private static boolean isNear(boolean[] masked, int x, int y) {
        for (int beside = -1; beside <= 1; beside++) {
            for (int below = -1; below <= 1; below++) {
                int near = block(Math.clamp(x + beside, 0, WIDTH - 1), Math.clamp(y + below, 0, HEIGHT - 1));
                if (masked[near]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean[] blocks(byte[] before, byte[] after) {
        boolean[] changed = new boolean[block(WIDTH - 1, HEIGHT - 1) + 1];
        for (int i = 0; i < before.length; i++) {
            changed[block(i / 3 % WIDTH, i / 3 / WIDTH)] |= before[i] != after[i];
        }
        return changed;
    }

    private static int block(int x, int y) {
        return y / MCU * ((WIDTH + MCU - 1) / MCU) + x / MCU;
    }

    private static double rootMeanSquare(byte[] expected, byte[] found) {
        long sum = 0;
        for (int i = 0; i < expected.length; i++) {
            int apart = (expected[i] & 0xFF) - (found[i] & 0xFF);
            sum += (long) apart * apart;
        }
        return Math.sqrt((double) sum / expected.length);
    }
}
