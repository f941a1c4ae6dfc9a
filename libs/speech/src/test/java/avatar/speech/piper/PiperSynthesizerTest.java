package avatar.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.IpaClause;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine with models that the tests write, on ONNX Runtime itself. */
class PiperSynthesizerTest {

    /** Of "ˈab.": ^ _ ˈ _ a a _ b _ . _ $, since this voice has two ids for a. */
    private static final int IDS_OF_AB = 12;

    @TempDir
    Path folder;

    private @Nullable PiperSynthesizer opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void speaksTheSentencesOfATextOneAfterAnother() {
        PiperSynthesizer piper = piper(TinyVoice.tone(), clause("ˈab", "."), clause("ˈab", "."));

        SpokenClause clause = piper.speak("piper-amy", "Ab. Ab.", Prosody.OWN);

        assertThat(clause.sampleRateHz()).isEqualTo(TinyVoice.RATE_HZ);
        assertThat(clause.samples()).isEqualTo(2 * IDS_OF_AB * TinyVoice.SAMPLES_PER_ID);
    }

    @Test
    void reportsNoTimesOfPhonemes() {
        PiperSynthesizer piper = piper(TinyVoice.tone(), clause("ˈab", "."));

        SpokenClause clause = piper.speak("piper-amy", "Ab.", Prosody.OWN);

        assertThat(clause.phonemes()).isEmpty();
        assertThat(clause.script()).isEqualTo(new SpokenClause.Script("Ab.", "en-GB"));
    }

    @Test
    void twiceTheRateTakesHalfTheTime() {
        PiperSynthesizer piper = piper(TinyVoice.tone(), clause("ˈab", "."));

        Duration slow = piper.speak("piper-amy", "Ab.", new Prosody(0.5, 1)).duration();
        Duration own = piper.speak("piper-amy", "Ab.", Prosody.OWN).duration();
        Duration fast = piper.speak("piper-amy", "Ab.", new Prosody(2, 1)).duration();

        assertThat(slow).isEqualTo(own.multipliedBy(2));
        assertThat(fast).isEqualTo(own.dividedBy(2));
    }

    @Test
    void theLoudestSampleIsAtFullScale() {
        PiperSynthesizer piper = piper(TinyVoice.echo(), clause("a", ""));

        ShortBuffer samples = samples(piper.speak("piper-amy", "A", Prosody.OWN));

        // The ids ^ _ a a _ $, their number and the scales, by the largest of them.
        int[] echoed = new int[samples.remaining()];
        for (int i = 0; i < echoed.length; i++) {
            echoed[i] = samples.get(i);
        }
        double unit = 32_767 / 15.0;
        assertThat(echoed)
                .containsExactly(Stream.of(1, 0, 14, 15, 0, 2, 6, 0.5, 1, 0.25)
                        .mapToInt(value -> (int) Math.round(((Number) value).doubleValue() * unit))
                        .toArray());
    }

    @Test
    void textWithoutAKnownPhonemeIsAShortSilence() {
        PiperSynthesizer piper = piper(TinyVoice.tone(), clause("zzz", ""));

        SpokenClause clause = piper.speak("piper-amy", "Zzz", Prosody.OWN);

        assertThat(clause.duration()).isEqualTo(Duration.ofMillis(50));
        assertThat(clause.script()).isNull();
    }

    @Test
    void samplesThatAreNotNumbersAreAFailureOfTheVoice() {
        PiperSynthesizer piper = piper(TinyVoice.brokenTone(), clause("a", ""));

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> piper.speak("piper-amy", "A", Prosody.OWN))
                .withMessageContaining("is NaN, expected a number")
                .extracting(AvatarException::code)
                .isEqualTo(ErrorCode.SYNTHESIS_FAILED);
    }

    @Test
    void anUnavailableVoiceReportsTheReason() throws IOException {
        Files.write(folder.resolve("bob.onnx"), TinyVoice.tone());
        PiperSynthesizer piper = piper(TinyVoice.tone());

        assertThat(piper.voices()).extracting(Voice::id).containsExactly("piper-amy", "piper-bob");
        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> piper.speak("piper-bob", "A", Prosody.OWN))
                .withMessageContaining("bob.onnx.json is missing")
                .extracting(AvatarException::code)
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    @Test
    void aDeletedModelMakesItsVoiceUnavailable() throws IOException {
        PiperSynthesizer piper = piper(TinyVoice.tone(), clause("a", ""));
        Files.delete(folder.resolve("amy.onnx"));

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> piper.speak("piper-amy", "A", Prosody.OWN))
                .extracting(AvatarException::code)
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    @Test
    void anInvalidNumberOfThreadsIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiperSynthesizer.open(settings(0), new Reading()))
                .withMessage("avatar.tts.piper.threads is 0, expected 1 to 64");
    }

    @Test
    void espeakItselfProvidesThePronunciation() {
        assumeTrue(Espeak.shared().missing().isEmpty(), "libespeak-ng.so.1 is absent (package libespeak-ng1)");
        TinyVoice.write(folder, "amy", TinyVoice.echo(), TinyVoice.JSON);
        opened = PiperSynthesizer.open(settings(1), Espeak.shared());

        SpokenClause clause = opened.speak("piper-amy", "Bob.", Prosody.OWN);

        // b ˈ ɑ ː b . of which the voice knows four: ^ _ b _ ˈ _ b _ . _ $, and the rest of the echo.
        double unit = 32_767 / 20.0;
        assertThat(clause.samples()).isEqualTo(11 + 4);
        assertThat((double) samples(clause).get(2)).isCloseTo(16 * unit, within(1.0));
    }

    private PiperSynthesizer piper(byte[] model, IpaClause... clauses) {
        TinyVoice.write(folder, "amy", model, TinyVoice.JSON);
        PiperSynthesizer piper = PiperSynthesizer.open(settings(1), new Reading(clauses));
        opened = piper;
        return piper;
    }

    private static ShortBuffer samples(SpokenClause clause) {
        return clause.audio().duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static IpaClause clause(String ipa, String ending) {
        return new IpaClause(ipa, ending);
    }

    private PiperSettings settings(int threads) {
        return new PiperSettings(folder, threads);
    }

    /** Reads every text in the same way. */
    private record Reading(List<IpaClause> clauses) implements Phonemizer {

        Reading(IpaClause... clauses) {
            this(List.of(clauses));
        }

        @Override
        public @Nullable String missing(String espeakVoice) {
            return null;
        }

        @Override
        public List<IpaClause> phonemes(String espeakVoice, String text) {
            return clauses;
        }
    }
}
