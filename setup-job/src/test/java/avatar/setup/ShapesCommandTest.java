package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShapesCommandTest {

    @TempDir
    private Path folder;

    @Test
    void isNotInTheHelp() {
        assertThat(SetupJob.commandLine().getUsageMessage()).contains("make").doesNotContain("shapes");
    }

    @Test
    void missingLabelledClipsAreReported() {
        StringWriter errors = new StringWriter();
        CommandLine command = SetupJob.commandLine().setErr(new PrintWriter(errors));

        int exit = command.execute(
                "shapes", "--clips", folder.toString(), "--labels", folder.toString(), "--output", "unused.json");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("no labelled clips");
    }
}
