package avatar.bench.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {

    @Test
    void readsPartsByTheirLengthWhateverTheirBytesAre() throws IOException {
        MultipartReader reader = reader("""
                --frame
                Content-Length: 9
                X-Frame: 7
                x-utterance: u

                --frame

                --frame
                content-length: 2
                X-Frame: 8

                ab
                """);

        StreamedFrame first = reader.next();
        StreamedFrame second = reader.next();

        assertThat(first.index()).isEqualTo(7);
        assertThat(first.utteranceId()).isEqualTo("u");
        assertThat(first.jpeg()).asString(ISO_8859_1).isEqualTo("--frame\r\n");
        assertThat(second.index()).isEqualTo(8);
        assertThat(second.utteranceId()).isNull();
        assertThat(second.jpeg()).asString(ISO_8859_1).isEqualTo("ab");
        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesBytesThatAreNotAStreamOfFrames() {
        assertThatThrownBy(() -> reader("<html>\n").next())
                .isInstanceOf(IOException.class)
                .hasMessage("Invalid stream: found '<html>', expected a boundary");
        assertThatThrownBy(() -> reader("--frame\nContent-Type: image/jpeg\n\n").next())
                .isInstanceOf(IOException.class)
                .hasMessage("Invalid part: found Content-Length '', expected a number");
    }

    private static MultipartReader reader(String lines) {
        String stream = lines.replace("\n", "\r\n");
        return new MultipartReader(new ByteArrayInputStream(stream.getBytes(ISO_8859_1)));
    }
}
