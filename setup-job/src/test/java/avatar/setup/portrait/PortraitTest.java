package avatar.setup.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.clips.Clips;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.video.BgrImage;
import avatar.faces.video.OnePicture;
import avatar.faces.video.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void pictureIsReadAsItWasWritten() throws IOException {
        BgrImage presenter = Clips.presenter().getFirst();

        Path file = write("presenter.png", "png", presenter.toBufferedImage());

        assertThat(Portrait.read(file).bgr()).isEqualTo(presenter.bgr());
    }

    @ParameterizedTest
    @CsvSource({"jpg, 40", "bmp, 90", "tif, 90", "gif, 20"})
    void usualFormatsAreRead(String format, double psnr) throws IOException {
        BgrImage presenter = Clips.presenter().getFirst();

        Path file = write("picture of no name", format, presenter.toBufferedImage());

        assertThat(Portrait.isStill(file)).isTrue();
        assertThat(Pictures.psnr(Portrait.read(file), presenter)).isGreaterThan(psnr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "transparent.webp"})
    void webpIsRead(String name) throws URISyntaxException {
        Path file = resource(name);

        BgrImage picture = Portrait.read(file);

        assertThat(Portrait.isStill(file)).isTrue();
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(48);
    }

    @Test
    void transparentPixelsAreWhite() throws URISyntaxException {
        assertThat(Portrait.read(resource("transparent.webp")).bgr()).containsOnly(255);
    }

    @Test
    void printersColoursAreBroughtToTheScreens() throws URISyntaxException {
        byte[] bgr = Portrait.read(resource("cmyk-red.jpg")).bgr();

        assertThat(bgr[2] & 0xFF).isGreaterThan(230);
        assertThat(bgr[1] & 0xFF).isLessThan(40);
        assertThat(bgr[0] & 0xFF).isLessThan(40);
    }

    @Test
    void photoOfATurnedPhoneStandsUpright() throws IOException {
        BufferedImage lying = new BufferedImage(120, 80, BufferedImage.TYPE_3BYTE_BGR);
        paint(lying, Color.BLUE, 0, 0, 60, 80);

        BgrImage upright = Portrait.read(turnedClockwise(write("phone.jpg", "jpg", lying)));

        assertThat(upright.width()).isEqualTo(80);
        assertThat(upright.height()).isEqualTo(120);
        assertThat(upright.bgr()[(20 * 80 + 40) * 3] & 0xFF).isGreaterThan(200);
        assertThat(upright.bgr()[(100 * 80 + 40) * 3] & 0xFF).isLessThan(40);
    }

    @ParameterizedTest
    @CsvSource({"641, 481, 640, 480", "2000, 1000, 1280, 640", "1000, 3001, 426, 1280"})
    void sidesAreEvenAndNotTooLong(int width, int height, int readWidth, int readHeight) throws IOException {
        Path file = write("sized.png", "png", new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));

        BgrImage picture = Portrait.read(file);

        assertThat(picture.width()).isEqualTo(readWidth);
        assertThat(picture.height()).isEqualTo(readHeight);
    }

    @Test
    void whatMovesIsNoStill() throws IOException, URISyntaxException {
        Path gif = movingGif();

        assertThat(Portrait.isStill(gif)).isFalse();
        assertThat(Portrait.isStill(resource("moving.webp"))).isFalse();
        assertRefused(gif, "is an animated GIF");
    }

    @Test
    void videoIsNoStillWhateverItIsCalled() {
        Path file = Clips.write(folder.resolve("portrait.png"), picture -> picture);

        assertThat(Portrait.isStill(file)).isFalse();
        assertRefused(file, "is not a readable picture; expected PNG, JPEG, WebP, BMP or TIFF");
    }

    @Test
    void phonesFormatThatIsNotReadIsNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("photo.jpg"),
                ByteBuffer.allocate(64)
                        .putInt(32)
                        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
                        .array());

        assertThat(Portrait.isStill(file)).isTrue();
        assertRefused(file, "HEIC; save it as PNG or JPEG");
    }

    @Test
    void missingEmptyAndForeignFilesAreRefused() throws IOException {
        Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.png"), "This is no picture but a text of some length.");

        assertRefused(folder.resolve("nowhere.png"), "\"nowhere.png\" does not exist");
        assertRefused(folder, "is not a file");
        assertRefused(empty, "\"empty.png\" is not a readable picture");
        assertRefused(text, "\"text.png\" is not a readable picture");
        assertThat(Portrait.isStill(folder.resolve("nowhere.png"))).isFalse();
        assertThat(Portrait.isStill(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void pictureThatIsCutOffIsRefused(String format) throws IOException {
        Path file = write("cut", format, Clips.presenter().getFirst().toBufferedImage());
        byte[] bytes = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(file, "whole");
    }

    @Test
    void pictureTooLargeToBeDecodedIsRefusedByItsHeader() throws IOException {
        Path file = write("bomb.png", "png", new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 30_000).putInt(20, 20_000);

        Files.write(file, bytes);

        assertRefused(file, "is a picture of 30000x20000; at most 40000000 pixels are read");
    }

    @Test
    void pictureTooSmallForAFaceIsRefused() throws IOException {
        Path file = write("icon.png", "png", new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR));

        assertRefused(file, "is a picture of 16x16");
    }

    @ParameterizedTest
    @CsvSource({"man.png, 852, 1280", "s42.jpg, 512, 512"})
    void realPortraitsAreReadAndTheirFacesFound(String name, int width, int height) {
        BgrImage picture = Portrait.read(Pictures.realPortrait(name));

        Face face;
        try (FaceTracker tracker = new FaceTracker()) {
            face = tracker.track(new OnePicture(picture)).faces().getFirst();
        }

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(face.eyeDistance()).isBetween(0.2 * width, 0.35 * width);
    }

    private static void assertRefused(Path file, String why) {
        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> Portrait.read(file))
                .withMessageContaining(why)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNREADABLE_VIDEO));
    }

    private Path write(String name, String format, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        return file;
    }

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(PortraitTest.class.getResource("/stills/" + name));
        return Path.of(url.toURI());
    }

    private static void paint(BufferedImage picture, Color colour, int x, int y, int width, int height) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }

    /** With an EXIF segment after the first marker that says orientation 6. */
    private static Path turnedClockwise(Path jpeg) throws IOException {
        byte[] picture = Files.readAllBytes(jpeg);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) 6);
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(picture, 0, 2);
        turned.write(exif.array());
        turned.write(picture, 2, picture.length - 2);
        return Files.write(jpeg, turned.toByteArray());
    }

    private Path movingGif() throws IOException {
        Path file = folder.resolve("moving.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED);
                paint(picture, Color.RED, 10 * i, 0, 10, 48);
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }
}
