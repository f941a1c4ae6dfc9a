package avatar.speech.piper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.phonetics.espeak.IpaClause;
import avatar.speech.synthesis.Voice;
import avatar.speech.synthesis.Voice.Gender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The voices read from the files of a folder. */
class PiperVoiceTest {

    @TempDir
    Path folder;

    @Test
    void aVoiceIsDescribedByItsFiles() {
        TinyVoice.write(folder, "en_GB-tiny-low", TinyVoice.tone(), TinyVoice.JSON);

        assertThat(read())
                .containsExactly(
                        new Voice("piper-en_GB-tiny-low", "tiny (low)", "en-GB", Gender.UNKNOWN, "piper", true, null));
    }

    @Test
    void anOlderVoiceIsDescribedByItsFileAndTheLanguageOfEspeak() {
        String json = TinyVoice.JSON
                .replace("\"dataset\": \"tiny\", ", "")
                .replace("\"language\": {\"code\": \"en_GB\"}, ", "");
        TinyVoice.write(folder, "amy", TinyVoice.tone(), json);

        assertThat(read()).containsExactly(new Voice("piper-amy", "amy", "en-US", Gender.UNKNOWN, "piper", true, null));
    }

    @Test
    void noFolderMeansNoVoices() {
        assertThat(VoiceFolder.read(folder.resolve("absent"), espeak(null))).isEmpty();
    }

    @Test
    void otherFilesAreIgnored() throws IOException {
        Files.writeString(folder.resolve("README.md"), "Voices go here.");
        Files.createDirectory(folder.resolve("folder.onnx"));

        assertThat(read()).isEmpty();
    }

    @Test
    void aModelWithoutSettingsCantBeUsed() throws IOException {
        Files.write(folder.resolve("amy.onnx"), TinyVoice.tone());

        assertThat(read())
                .containsExactly(new Voice(
                        "piper-amy",
                        "amy",
                        "und",
                        Gender.UNKNOWN,
                        "piper",
                        false,
                        "piper-amy can't be" + " used: amy.onnx.json is missing; a Piper voice consists of two files"));
    }

    @Test
    void anInvalidModelCantBeUsed() {
        TinyVoice.write(folder, "amy", "<html>Not found</html>".getBytes(US_ASCII), TinyVoice.JSON);

        assertThat(reason()).startsWith("piper-amy can't be used: amy.onnx can't be loaded as an ONNX model: ");
    }

    @Test
    void aModelOfSomethingElseCantBeUsed() {
        TinyVoice.write(folder, "amy", TinyVoice.unknownInput(), TinyVoice.JSON);

        assertThat(reason()).contains("amy.onnx has the inputs", "style=FLOAT");
    }

    @Test
    void settingsThatAreNotJsonCantBeUsed() {
        TinyVoice.write(folder, "amy", TinyVoice.tone(), "{\"audio\": ");

        assertThat(reason()).startsWith("piper-amy can't be used: amy.onnx.json is not JSON: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sample_rate\": 16000      | \"rate\": 16000            | audio.sample_rate is missing, expected a number",
                "\"sample_rate\": 16000      | \"sample_rate\": \"16k\"   | audio.sample_rate is \"16k\", expected a number",
                "\"sample_rate\": 16000      | \"sample_rate\": 96000     | sample_rate is 96000, expected 8000 to 48000",
                "\"phoneme_type\": \"espeak\"| \"phoneme_type\": \"text\" | phoneme_type is 'text', expected 'espeak'",
                "\"voice\": \"en-us\"        | \"voice\": \"\"            | espeak.voice is missing",
                "\"length_scale\": 1.0       | \"length_scale\": 1e9      | length_scale is 1.0E9, expected 0.1 to 10.0",
                "\"num_symbols\": 30         | \"symbols\": 30            | num_symbols is missing, expected a number",
                "\"b\": [16]                 | \"b\": [30]                | phoneme_id_map has 30 for 'b', expected ids below num_symbols, 30",
                "\"b\": [16]                 | \"b\": [-1]                | phoneme_id_map has -1 for 'b', expected ids below num_symbols, 30",
                "\"$\": [2]                  | \"$$\": [2]                | no id for '$', which is in every sentence",
            })
    void incompleteSettingsCantBeUsed(String valid, String broken, String reason) {
        String json = TinyVoice.JSON.replace(valid, broken);
        TinyVoice.write(folder, "amy", TinyVoice.tone(), json);

        assertThat(reason()).isEqualTo("piper-amy can't be used: " + reason);
    }

    @Test
    void withoutEspeakNoVoiceCanBeUsed() {
        TinyVoice.write(folder, "amy", TinyVoice.tone(), TinyVoice.JSON);

        Map<String, PiperVoice> voices = VoiceFolder.read(folder, espeak("espeak-ng is not installed"));

        assertThat(voices.values())
                .extracting(voice -> voice.description().reason())
                .containsExactly("piper-amy can't be used: espeak-ng is not installed");
    }

    private List<Voice> read() {
        return VoiceFolder.read(folder, espeak(null)).values().stream()
                .map(PiperVoice::description)
                .toList();
    }

    private @Nullable String reason() {
        return read().getFirst().reason();
    }

    private static Phonemizer espeak(@Nullable String missing) {
        return new Phonemizer() {
            @Override
            public @Nullable String missing(String espeakVoice) {
                return missing;
            }

            @Override
            public List<IpaClause> phonemes(String espeakVoice, String text) {
                throw new AssertionError("Nothing is spoken while the folder is read");
            }
        };
    }
}
