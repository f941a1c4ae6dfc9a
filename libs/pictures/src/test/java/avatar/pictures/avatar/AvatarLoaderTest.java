package avatar.pictures.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.fixtures.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarLoaderTest {

    private static final Scene SCENE = Scene.of(320, 240, 5);

    @TempDir
    Path avatars;

    private Path folder;

    @BeforeEach
    void writeBundle() {
        folder = avatars.resolve("test");
        Bundles.write(folder, SCENE, 25);
    }

    @Test
    void everyFrameIsAJpegOfTheVideo() {
        Avatar avatar = AvatarLoader.load(folder, Avatars.FORMAT);

        assertThat(avatar.frames()).hasSize(5);
        assertThat(avatar.fps()).isEqualTo(25);
        for (int index = 0; index < 5; index++) {
            byte[] shown = Pictures.decode(avatar.frames().get(index).jpeg().bytes());
            assertThat(meanDifference(shown, SCENE.frame(index)))
                    .as("frame %d", index)
                    .isLessThan(8);
        }
    }

    @Test
    void onlyThePixelsAroundTheMouthAreKept() {
        Avatar avatar = AvatarLoader.load(folder, Avatars.FORMAT);

        MouthZone zone = avatar.frames().getFirst().zone();
        assertThat(zone).isNotNull();
        PixelBox box = zone.box();
        assertThat(zone.pixels()).hasSize(box.width() * box.height() * 3).hasSizeLessThan(320 * 240 * 3 / 4);
        assertThat(meanDifference(zone.pixels(), cut(SCENE.frame(0), box))).isLessThan(8);
    }

    @Test
    void patchesAreMultipliedByTheirAlpha() {
        Avatar avatar = AvatarLoader.load(folder, Avatars.FORMAT);

        byte[] straight = SCENE.patch(Viseme.EH);
        byte[] premultiplied = avatar.patch(Viseme.EH, Opening.FULL).premultiplied();
        int corner = 0;
        int middle = (SCENE.mouthBox().height() / 2 * SCENE.mouthBox().width()
                        + SCENE.mouthBox().width() / 2)
                * 4;
        assertThat(premultiplied[corner + 1]).isZero();
        assertThat(straight[corner + 1]).isNotZero();
        assertThat(premultiplied[middle + 1]).isEqualTo(straight[middle + 1]);
    }

    @ParameterizedTest
    @CsvSource({"4, more than 4 frames", "6, 5 frames"})
    void refusesAVideoOfAnotherLength(int said, String found) throws IOException {
        Scene told = Scene.of(320, 240, said);
        Files.write(
                folder.resolve(AvatarBundle.TRACK),
                avatar.contract.json.Json.write(new avatar.contract.bundle.Track(1, told.track())));
        Bundles.writeManifest(folder, told, 25, said);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageContaining("base.mp4 has %s, avatar.json says %d", found, said);
    }

    @Test
    void refusesAVideoOfAnotherSize() throws IOException {
        Bundles.writeManifest(folder, Scene.of(640, 480, 5), 25, 5);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("found 40 x 26, expected 80 x 53, that of the mouth box");
    }

    @Test
    void refusesAFileThatIsNotAVideo() throws IOException {
        Files.writeString(folder.resolve(AvatarBundle.BASE_VIDEO), "no video");
        Bundles.writeManifest(folder, SCENE, 25, 5);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageContaining("base.mp4 can't be decoded");
    }

    @Test
    void refusesAPatchThatIsNotAPicture() throws IOException {
        Files.writeString(folder.resolve(AvatarBundle.patch(Viseme.OY)), "no picture");
        Bundles.writeManifest(folder, SCENE, 25, 5);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("mouth_Oy.png is not an RGBA picture");
    }

    @Test
    void everyOpeningOfAMouthIsKept() {
        Avatar avatar = AvatarLoader.load(folder, Avatars.FORMAT);

        int middle = (SCENE.mouthBox().height() / 2 * SCENE.mouthBox().width()
                        + SCENE.mouthBox().width() / 2)
                * 4;
        for (Opening opening : Opening.values()) {
            byte[] premultiplied = avatar.patch(Viseme.OH, opening).premultiplied();
            assertThat(premultiplied[middle + 2])
                    .as("%s", opening)
                    .isEqualTo(SCENE.patch(Viseme.OH, opening)[middle + 2]);
        }
        assertThat(avatar.lips()).isEqualTo(SCENE.lips());
        long pixels = (long) SCENE.mouthBox().width() * SCENE.mouthBox().height();
        assertThat(avatar.bytesHeld()).isGreaterThan(22 * 3 * 4 * pixels);
    }

    @Test
    void refusesABundleThatLacksAnOpening() throws IOException {
        Files.delete(folder.resolve(AvatarBundle.patch(Viseme.OY, Opening.TWO_THIRDS)));
        Bundles.writeManifest(folder, SCENE, 25, 5);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageEndingWith("mouth_Oy_2.png is missing");
    }

    @Test
    void refusesABundleWithoutLips() throws IOException {
        Files.delete(folder.resolve(AvatarBundle.LIPS));
        Bundles.writeManifest(folder, SCENE, 25, 5);

        assertThatThrownBy(() -> AvatarLoader.load(folder, Avatars.FORMAT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageEndingWith("lips.json is missing");
    }

    private static double meanDifference(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }

    private static byte[] cut(byte[] bgr, PixelBox box) {
        byte[] pixels = new byte[box.width() * box.height() * 3];
        for (int row = 0; row < box.height(); row++) {
            int from = ((box.y() + row) * SCENE.width() + box.x()) * 3;
            System.arraycopy(bgr, from, pixels, row * box.width() * 3, box.width() * 3);
        }
        return pixels;
    }
}
