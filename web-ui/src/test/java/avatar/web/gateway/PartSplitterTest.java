package avatar.web.gateway;

import static avatar.web.fake.FakeParts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSplitterTest {

    private static final List<String> BODIES = List.of("one", "", "a\r\n--frame\r\n\r\n4", "x".repeat(50));

    private final PartSplitter splitter = new PartSplitter();
    private final List<String> parts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1000})
    void givesWholePartsWhereverTheNetworkCutsTheStream(int size) {
        Buffer stream = Buffer.buffer(PartSplitter.OPENING);
        BODIES.forEach(body -> stream.appendBuffer(part(body)));

        for (int at = 0; at < stream.length(); at += size) {
            push(stream.slice(at, Math.min(stream.length(), at + size)));
        }

        assertThat(parts)
                .containsExactlyElementsOf(
                        BODIES.stream().map(body -> part(body).toString()).toList());
    }

    @Test
    void keepsAPartBackUntilItsLastByte() {
        Buffer stream = Buffer.buffer(PartSplitter.OPENING).appendBuffer(part("one"));

        push(stream.slice(0, stream.length() - 1));
        assertThat(parts).isEmpty();

        push(stream.slice(stream.length() - 1, stream.length()));
        assertThat(parts).hasSize(1);
    }

    @Test
    void findsTheLengthInWhateverCaseAndPlace() {
        push(Buffer.buffer("--frame\r\nX-Content-Length: 9\r\ncontent-LENGTH:1\r\nX-Frame: 2\r\n\r\n1\r\n--frame\r\n"));

        assertThat(parts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part 1\r\n",
                "--frame\r\nContent-Type: image/jpeg\r\n\r\n",
                "--frame\r\nContent-Length: -1\r\n\r\n",
                "--frame\r\nContent-Length: 99999999999\r\n\r\n",
                "--frame\r\nContent-Length: 1\r\n\r\nlong\r\n--frame\r\n"
            })
    void refusesWhatIsNoStreamOfParts(String stream) {
        assertThatThrownBy(() -> push(Buffer.buffer(stream))).isInstanceOf(MalformedStream.class);
    }

    @Test
    void refusesHeadersWithoutEnd() {
        push(Buffer.buffer("--frame\r\n"));

        assertThatThrownBy(() -> push(Buffer.buffer("x".repeat(10_000)))).isInstanceOf(MalformedStream.class);
    }

    private void push(Buffer chunk) {
        splitter.push(chunk, part -> parts.add(part.toString()));
    }
}
