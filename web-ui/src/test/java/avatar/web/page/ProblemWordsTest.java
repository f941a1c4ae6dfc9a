package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemWordsTest {

    private static final Path WORDS = Path.of("src/main/resources/META-INF/resources/server/problems.js");

    @ParameterizedTest
    @EnumSource
    void thePageHasPlainWordsForEveryCode(ErrorCode code) throws IOException {
        assertThat(Files.readString(WORDS))
                .as("a row for %s in %s", code, WORDS)
                .containsPattern("\\n  %s: \\[".formatted(code));
    }
}
