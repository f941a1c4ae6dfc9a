package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the tests of the page's scripts, which are written in JavaScript, where there is a Node.js. */
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"multipart", "clock", "status"})
    void theScriptsOwnTestsPass(String script) throws Exception {
        Process node = node(
                "--test", Path.of("src/test/js/%s.test.mjs".formatted(script)).toString());

        String report = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(report).isZero();
    }

    private static Process node(String... arguments) {
        try {
            ProcessBuilder node = new ProcessBuilder("node");
            node.command().addAll(List.of(arguments));
            return node.redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("node is absent");
        }
    }
}
