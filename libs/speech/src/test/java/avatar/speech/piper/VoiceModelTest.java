package avatar.speech.piper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import avatar.contract.problem.AvatarException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime itself, on networks that the tests write. */
class VoiceModelTest {

    private static final long[] IDS = {1, 0, 14, 0, 2};
    private static final Scales SCALES = new Scales(0.5f, 1.5f, 0.25f);
    private static final int PLENTY = 100_000;

    @TempDir
    Path folder;

    @Test
    void receivesThePhonemesTheirNumberAndTheScales() {
        try (VoiceModel model = open(TinyVoice.echo())) {
            float[] echoed = model.speak(IDS, SCALES, PLENTY);

            assertThat(echoed).containsExactly(1, 0, 14, 0, 2, 5, 0.5f, 1.5f, 0.25f);
        }
    }

    @Test
    void speaksWithTheFirstOfManySpeakers() {
        try (VoiceModel model = open(TinyVoice.echoOfManySpeakers())) {
            float[] echoed = model.speak(IDS, SCALES, PLENTY);

            assertThat(echoed).containsExactly(1, 0, 14, 0, 2, 5, 0.5f, 1.5f, 0.25f, 0);
        }
    }

    @Test
    void soundIsAsLongAsTheModelMakesIt() {
        try (VoiceModel model = open(TinyVoice.tone())) {
            float[] sound = model.speak(IDS, SCALES, PLENTY);

            assertThat(sound).hasSize(5 * TinyVoice.SAMPLES_PER_ID * 3 / 2);
        }
    }

    @Test
    void tooMuchSoundIsRefused() {
        try (VoiceModel model = open(TinyVoice.tone())) {
            assertThatExceptionOfType(AvatarException.class)
                    .isThrownBy(() -> model.speak(IDS, SCALES, 1_000))
                    .withMessageContaining("returned 1920 samples, expected 1 to 1000");
        }
    }

    @Test
    void invalidModelIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("no model at all".getBytes(US_ASCII)))
                .withMessageStartingWith("voice.onnx can't be loaded as an ONNX model: ");
    }

    @Test
    void aModelCutOffInTheMiddleIsNamed() {
        byte[] whole = TinyVoice.tone();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(Arrays.copyOf(whole, whole.length / 2)))
                .withMessageStartingWith("voice.onnx can't be loaded as an ONNX model: ");
    }

    @Test
    void unknownInputsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(TinyVoice.unknownInput()))
                .withMessage("voice.onnx has the inputs {input=INT64, input_lengths=INT64, scales=FLOAT, style=FLOAT}, "
                        + "expected those of a voice of Piper, {input=INT64, input_lengths=INT64, scales=FLOAT}");
    }

    @Test
    void anOutputThatIsNotSoundIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(TinyVoice.noSound()))
                .withMessage("voice.onnx returns INT64, expected sound as FLOAT");
    }

    private VoiceModel open(byte[] model) {
        return VoiceModel.open(TinyVoice.write(folder, "voice", model, TinyVoice.JSON), 1);
    }
}
