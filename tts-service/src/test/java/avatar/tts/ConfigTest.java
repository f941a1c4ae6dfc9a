package avatar.tts;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.tts.speech.RecordingConfig;
import avatar.tts.speech.SpeechConfig;
import avatar.tts.status.StatusConfig;
import avatar.tts.voices.EdgeConfig;
import avatar.tts.voices.PiperConfig;
import avatar.tts.voices.SynthesisConfig;
import avatar.tts.worker.VisemeConfig;
import avatar.tts.worker.WorkerConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static final Pattern ROW = Pattern.compile("\\| `(avatar\\.[a-z.-]+)` \\| (?:`([^`]+)`)? ?\\|");

    @Test
    void everyKeyIsInTheReadmeWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Map<String, String> documented =
                ROW.matcher(readme).results().collect(Collectors.toMap(row -> row.group(1), ConfigTest::defaultOf));

        assertThat(documented).isEqualTo(defaults());
    }

    private static String defaultOf(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    /** Nothing for a key that may be left out. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        Stream.of(
                        EdgeConfig.class,
                        PiperConfig.class,
                        RecordingConfig.class,
                        SpeechConfig.class,
                        StatusConfig.class,
                        SynthesisConfig.class,
                        VisemeConfig.class,
                        WorkerConfig.class)
                .map(ConfigClass::configClass)
                .forEach(mapping ->
                        mapping.getProperties().forEach((key, value) -> defaults.put(key, value == null ? "" : value)));
        return defaults;
    }
}
