package avatar.pictures.frame;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.MouthZone;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegEncoder;
import avatar.pictures.jpeg.JpegFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameComposerTest {

    private static final double STRENGTH = 0.85;
    private static final MouthPose OPEN = new MouthPose(null, Lips.of(Viseme.AA), 1);

    /** The shift brings the mouth to the right and bottom edge, where tiles reach beyond the picture. */
    @ParameterizedTest(name = "{0} x {1}, mouth shifted by {2}, {3}, chroma {4}")
    @CsvSource({
        "320, 240, 0, 0, HALF",
        "1280, 720, 0, 0, HALF",
        "1280, 720, -520, -420, HALF",
        "1280, 720, 0, 0, FULL",
        "853, 479, 0, 0, HALF",
        "853, 479, 430, 160, HALF",
        "853, 479, 430, 160, FULL",
        "1920, 1080, 0, 0, HALF",
        "1920, 1080, 1000, 360, HALF",
        "700, 700, 0, 0, HALF",
        "700, 700, 380, 240, FULL",
        "848, 480, 0, 0, HALF",
        "848, 480, 0, 170, HALF"
    })
    void composedFrameIsByteForByteTheOneEncodedInFull(int width, int height, double dx, double dy, Chroma chroma) {
        Scene scene = Scene.of(width, height, 3).placed(new Similarity(0.97, 0.05, dx, dy));
        Avatar avatar = Avatars.of(scene, 25, new JpegFormat(80, chroma));
        MouthPose pose = new MouthPose(Lips.of(Viseme.M), Lips.of(Viseme.OH), 0.3);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            for (int index = 0; index < scene.frameCount(); index++) {
                byte[] composed = composer.compose(index, pose);

                assertThat(composed)
                        .as("frame %d", index)
                        .isEqualTo(encodedWhole(scene, avatar, index, pose))
                        .isNotEqualTo(avatar.frames().get(index).jpeg().bytes());
            }
        }
    }

    @Test
    void mouthThatWasOnTheFrameBeforeIsTheSameAgain() {
        Avatar avatar = Avatars.of(Scene.of(320, 240, 2), 25);
        MouthTiles tiles = new MouthTiles(1 << 20);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, tiles);
                FrameComposer other = new FrameComposer(avatar, STRENGTH, tiles)) {
            for (Viseme viseme : Viseme.values()) {
                for (double weight : new double[] {0.1, 0.6, 1}) {
                    MouthPose pose = new MouthPose(Lips.of(Viseme.M), Lips.of(viseme), weight);
                    byte[] first = composer.compose(0, pose);
                    byte[] onAnotherFrame = other.compose(1, pose);

                    assertThat(other.compose(0, pose)).isEqualTo(first);
                    assertThat(composer.compose(1, pose)).isEqualTo(onAnotherFrame);
                    assertThat(first).isNotEqualTo(onAnotherFrame);
                }
            }
        }
    }

    @Test
    void mouthsInMemoryAreBounded() {
        Avatar avatar = Avatars.of(Scene.of(320, 240, 2), 25);
        MouthTiles tiles = new MouthTiles(20_000);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, tiles)) {
            for (Viseme viseme : Viseme.values()) {
                composer.compose(0, new MouthPose(Lips.of(viseme), Lips.of(viseme), 1));
            }
        }

        assertThat(tiles.bytesHeld()).isPositive().isLessThanOrEqualTo(20_000);
    }

    @Test
    void everythingAroundTheZoneDecodesAsTheBaseFrameDoes() {
        Scene scene = Scene.of(640, 480, 2);
        Avatar avatar = Avatars.of(scene, 25);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            byte[] composed = Pictures.decode(composer.compose(1, OPEN));

            byte[] base = Pictures.decode(avatar.frames().get(1).jpeg().bytes());
            MouthZone zone = avatar.frames().get(1).zone();
            assertThat(zone).isNotNull();
            int changed = 0;
            for (int i = 0; i < composed.length; i++) {
                // Decoders smooth colours across the border of two tiles: one pixel beyond.
                if (!isWithin(grown(zone.box()), i / 3 % 640, i / 3 / 640)) {
                    assertThat(composed[i]).as("byte %d", i).isEqualTo(base[i]);
                } else if (composed[i] != base[i]) {
                    changed++;
                }
            }
            assertThat(changed)
                    .isGreaterThan(scene.mouthBox().width() * scene.mouthBox().height());
        }
    }

    @Test
    void mouthLiesWhereTheTrackCarriesIt() {
        Scene scene = Scene.of(640, 480, 1).placed(new Similarity(1.2, 0, -60, -100));
        Avatar avatar = Avatars.of(scene, 25);
        PixelBox mouth = scene.mouthBox();
        Similarity similarity = scene.tracked(0).similarity();
        int x = (int) Math.round(similarity.x(mouth.x() + mouth.width() / 2.0, mouth.y() + mouth.height() / 2.0));
        int y = (int) Math.round(similarity.y(mouth.x() + mouth.width() / 2.0, mouth.y() + mouth.height() / 2.0));

        try (FrameComposer composer = new FrameComposer(avatar, 1, new MouthTiles(0))) {
            byte[] composed = Pictures.decode(composer.compose(0, OPEN));

            byte[] colour = scene.patch(Viseme.AA);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(composed[(y * 640 + x) * 3 + channel] & 0xFF)
                        .as("channel %d", channel)
                        .isBetween((colour[channel] & 0xFF) - 6, (colour[channel] & 0xFF) + 6);
            }
        }
    }

    @Test
    void silentFrameIsTheBaseFrameItself() {
        Avatar avatar = Avatars.of(Scene.of(320, 240, 2), 25);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            assertThat(composer.compose(1, MouthPose.NONE))
                    .isSameAs(avatar.frames().get(1).jpeg().bytes());
            assertThat(composer.changes(1, MouthPose.NONE)).isFalse();
            assertThat(composer.compose(1, new MouthPose(null, Lips.of(Viseme.AA), 0)))
                    .isSameAs(avatar.frames().get(1).jpeg().bytes());
        }
    }

    @Test
    void mouthOutsideThePictureLeavesTheBaseFrame() {
        Avatar avatar = Avatars.of(Scene.of(320, 240, 1).placed(new Similarity(1, 0, 5000, 0)), 25);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            assertThat(composer.compose(0, OPEN))
                    .isSameAs(avatar.frames().getFirst().jpeg().bytes());
            assertThat(composer.changes(0, OPEN)).isFalse();
        }
    }

    @Test
    void shutMouthFadesInFromTheBaseFrame() {
        Avatar avatar = Avatars.of(Scene.of(320, 240, 1), 25);

        try (FrameComposer composer = new FrameComposer(avatar, STRENGTH, new MouthTiles(0))) {
            byte[] base = Pictures.decode(avatar.frames().getFirst().jpeg().bytes());
            long quarter = difference(base, composer.compose(0, new MouthPose(null, Lips.SHUT, 0.25)));
            long half = difference(base, composer.compose(0, new MouthPose(null, Lips.SHUT, 0.5)));
            long whole = difference(base, composer.compose(0, new MouthPose(null, Lips.SHUT, 1)));

            // Smoothstep of 0.25 is 0.156.
            assertThat((double) quarter / whole).isBetween(0.10, 0.22);
            assertThat((double) half / whole).isBetween(0.45, 0.55);
        }
    }

    /** With full strength, in a frame of the patches' own light and at whole pixels, a patch comes out as it is. */
    @Test
    void mouthOnItsWayIsAPictureOfItsOwnNeverAMix() {
        Scene scene = Scene.of(320, 240, 1);
        Avatar avatar = Avatars.of(scene, 25);
        MouthZone zone = avatar.frames().getFirst().zone();
        assertThat(zone).isNotNull();
        Set<String> seen = new LinkedHashSet<>();

        Passage passage = new Passage(avatar.lips());
        try (MouthPainter painter = new MouthPainter(avatar, 1)) {
            for (int step = 0; step <= 100; step++) {
                byte[] painted = painter.paint(
                        zone, passage.at(new MouthPose(Lips.of(Viseme.M), Lips.of(Viseme.OH), step / 100.0)));
                seen.add(middleOf(painted, zone, scene));
            }
        }

        assertThat(seen)
                .containsExactly(
                        middleOf(scene, Viseme.M, Opening.FULL),
                        middleOf(scene, Viseme.OH, Opening.THIRD),
                        middleOf(scene, Viseme.OH, Opening.TWO_THIRDS),
                        middleOf(scene, Viseme.OH, Opening.FULL));
    }

    /** The oracle: the painted zone put into the raw frame, and all of it encoded. */
    private static byte[] encodedWhole(Scene scene, Avatar avatar, int index, MouthPose pose) {
        MouthZone zone = avatar.frames().get(index).zone();
        assertThat(zone).isNotNull();
        PixelBox box = zone.box();
        byte[] pixels = scene.frame(index);
        try (MouthPainter painter = new MouthPainter(avatar, STRENGTH);
                JpegEncoder encoder =
                        new JpegEncoder(avatar.frames().getFirst().jpeg().grid())) {
            byte[] painted = painter.paint(zone, new Passage(avatar.lips()).at(pose));
            for (int row = 0; row < box.height(); row++) {
                int to = ((box.y() + row) * scene.width() + box.x()) * 3;
                System.arraycopy(painted, row * box.width() * 3, pixels, to, box.width() * 3);
            }
            try (Mat picture = Pictures.bgr(scene.width(), scene.height(), pixels)) {
                return encoder.encode(picture);
            }
        }
    }

    private static String middleOf(byte[] painted, MouthZone zone, Scene scene) {
        PixelBox mouth = scene.mouthBox();
        Similarity similarity = scene.tracked(0).similarity();
        int x = (int) similarity.tx()
                + mouth.x()
                + mouth.width() / 2
                - zone.box().x();
        int y = (int) similarity.ty()
                + mouth.y()
                + mouth.height() / 2
                - zone.box().y();
        return pixel(painted, (y * zone.box().width() + x) * 3);
    }

    private static String middleOf(Scene scene, Viseme viseme, Opening opening) {
        PixelBox mouth = scene.mouthBox();
        return pixel(scene.patch(viseme, opening), (mouth.height() / 2 * mouth.width() + mouth.width() / 2) * 4);
    }

    private static String pixel(byte[] pixels, int at) {
        return "%d %d %d".formatted(pixels[at] & 0xFF, pixels[at + 1] & 0xFF, pixels[at + 2] & 0xFF);
    }

    private static long difference(byte[] base, byte[] jpeg) {
        byte[] shown = Pictures.decode(jpeg);
        long sum = 0;
        for (int i = 0; i < base.length; i++) {
            sum += Math.abs((base[i] & 0xFF) - (shown[i] & 0xFF));
        }
        return sum;
    }

    private static PixelBox grown(PixelBox box) {
        return new PixelBox(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2);
    }

    private static boolean isWithin(PixelBox box, int x, int y) {
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }
}
