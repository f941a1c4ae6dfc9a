package avatar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartScannerTest {

    private static final String STREAM = "HTTP/1.0 200 OK\r\nX: y\r\n\r\n--frame\r\n"
            + part("", "\r\n\r\nabc")
            + part("X-Utterance: u\r\n", "Content-Length: 9\r\n\r\n");

    private final List<String> arrived = new ArrayList<>();
    private final PartScanner scanner =
            new PartScanner((isSpoken, bytes) -> arrived.add(bytes + (isSpoken ? " spoken" : "")));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void findsThePartsHoweverTheirBytesCome(int piece) {
        byte[] stream = STREAM.getBytes(StandardCharsets.US_ASCII);

        for (int at = 0; at < stream.length; at += piece) {
            scanner.read(ByteBuffer.wrap(stream, at, Math.min(piece, stream.length - at)));
        }

        assertThat(arrived).containsExactly("7", "21 spoken");
    }

    @Test
    void saysWhatItFoundInsteadOfAStream() {
        ByteBuffer answer =
                StandardCharsets.US_ASCII.encode("HTTP/1.0 503 Service Unavailable\r\nContent-Length: 2\r\n\r\n{}");

        assertThatThrownBy(() -> scanner.read(answer))
                .hasMessage("Invalid answer: found 'HTTP/1.0 503 Service Unavailable', expected a stream");
    }

    private static String part(String header, String body) {
        return "Content-Length: %d\r\n%s\r\n%s\r\n--frame\r\n".formatted(body.length(), header, body);
    }
}
