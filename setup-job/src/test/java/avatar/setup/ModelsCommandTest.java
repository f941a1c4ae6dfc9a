package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final CommandLine commandLine = SetupJob.commandLine().setErr(new PrintWriter(said, true));

    @Test
    void aCheckpointThatIsNoneIsToldInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "no checkpoint at all, but text");

        int exitCode = commandLine.execute(
                "models", "import", "--checkpoint", file.toString(), "--mapping", "none", "--models", models());

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("INVALID_MODEL", "'a.safetensors'").hasLineCount(1);
        assertThat(Path.of(models())).doesNotExist();
    }

    @Test
    void aSizeThatIsNotThereIsNotUnderstood() {
        int exitCode = commandLine.execute(
                "models", "import", "--checkpoint", "a", "--mapping", "b", "--size", "300", "--models", models());

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("256 or 512, not 300");
    }

    @Test
    void withoutModelsThereIsNothingToMeasure() {
        int exitCode = commandLine.execute("models", "time", "--models", models());

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("MODEL_MISSING", "models import").hasLineCount(1);
    }

    private String models() {
        return folder.resolve("models").toString();
    }
}
