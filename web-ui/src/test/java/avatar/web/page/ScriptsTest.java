package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the JavaScript tests of the page's scripts where Node.js is installed. */
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"multipart", "clock", "status", "voices", "wave", "remaining", "stall", "sample"})
    void theScriptsOwnTestsPass(String script) throws Exception {
        Process node = Node.start(
                "--test", Path.of("src/test/js/%s.test.mjs".formatted(script)).toString());

        String report = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(report).isZero();
    }
}
