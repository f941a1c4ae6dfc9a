package avatar.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatTest {

    private static final int HEADER_END = 33;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "webp, WEBP", "bmp, BMP", "tiff, TIFF_LITTLE", "gif, GIF_89"})
    void formatIsRecognisedByItsContent(String ending, PictureFormat format) throws IOException {
        assertThat(PictureFormat.of(picture(ending))).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp2", "ppm", "sgi", "pcx", "tga", "hdr", "exr", "pfm", "ras"})
    void formatOffTheListIsNotRecognised(String ending) throws IOException {
        assertThat(PictureFormat.of(picture(ending))).isEmpty();
    }

    @Test
    void otherRiffFileIsNotWebP() {
        assertThat(PictureFormat.of("RIFF1234WAVEfmt ".getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void pngWhoseChunkPretendsToHaveGigabytesIsRefused() throws IOException {
        byte[] png = picture("png");
        ByteBuffer.wrap(png).putInt(HEADER_END, Integer.MAX_VALUE);

        assertThat(PictureFormat.of(png)).isEmpty();
    }

    private byte[] picture(String ending) throws IOException {
        String[] arguments = {"-f", "lavfi", "-i", "testsrc=s=32x32:d=1", "-frames:v", "1"};
        return Files.readAllBytes(FfmpegProgram.bundled().write(folder.resolve("p." + ending), arguments));
    }
}
