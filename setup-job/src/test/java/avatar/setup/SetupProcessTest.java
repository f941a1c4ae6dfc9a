package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.faces.clips.Clips;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setup whose process receives a signal. */
class SetupProcessTest {

    @TempDir
    Path temporary;

    @Test
    void setupThatIsStoppedSaysSoAndLeavesNothing() throws Exception {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());
        Path avatars = temporary.resolve("avatars");
        Process process = SetupProcess.start("make", "--video", video.toString(), "--avatars", avatars.toString());

        List<String> said = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            awaitLine(output, "Measuring the face", said);
            process.toHandle().destroy();
            output.lines().forEach(said::add);
        }

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isEqualTo(143);
        assertThat(said).endsWith("setup-job: stopped; nothing was written");
        assertThat(avatars).isEmptyDirectory();
    }

    private static void awaitLine(BufferedReader output, String words, List<String> said) throws IOException {
        String line = output.readLine();
        while (line != null) {
            said.add(line);
            if (line.contains(words)) {
                return;
            }
            line = output.readLine();
        }
    }
}
