package avatar.phonetics.flite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.speech.TimedSpeech;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flite itself, on the library of this machine. */
class FliteTest {

    private static final Flite FLITE = Flite.open();

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(
                Arrays.stream(FliteVoice.values())
                        .allMatch(voice -> FLITE.missing(voice).isEmpty()),
                "libflite.so.1 and its voices are absent (package libflite1)");
    }

    @AfterAll
    static void close() {
        FLITE.close();
    }

    @Test
    void voiceThatIsLoadedAgainSpeaksAtItsOwnPace() {
        Duration own = FLITE.speak(FliteVoice.SLT, "Good morning.", 1).duration();
        FLITE.speak(FliteVoice.SLT, "Good morning.", 2);

        try (Flite other = Flite.open()) {
            assertThat(other.speak(FliteVoice.SLT, "Good morning.", 1).duration())
                    .isEqualTo(own);
        }
    }

    @Test
    void reportsThePhonemesOfTheWords() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, "Hello world.", 1.0);

        assertThat(speech.phonemes())
                .extracting(Phoneme::symbol)
                .containsExactly("pau", "hh", "ax", "l", "ow", "w", "er", "l", "d", "pau");
        assertThat(speech.words()).extracting(Word::text).containsExactly("Hello", "world");
    }

    @Test
    void writtenWordIsOneHoweverManyWordsAreSpokenForIt() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, "Pay $5, (please) on 3 May.", 1.0);

        assertThat(speech.words()).extracting(Word::text).containsExactly("Pay", "$5", "please", "on", "3", "May");
    }

    @ParameterizedTest
    @EnumSource
    void wordsStartAndEndWithTheirSounds(FliteVoice voice) {
        TimedSpeech speech = FLITE.speak(voice, "Bob, my map is old.", 1.0);

        Word map = speech.words().get(2);
        assertThat(speech.phonemes().stream()
                        .filter(phoneme -> phoneme.start().compareTo(map.start()) >= 0
                                && phoneme.end().compareTo(map.end()) <= 0)
                        .map(Phoneme::symbol))
                .containsExactly("m", "ae", "p");
        assertThat(speech.words().getFirst().start())
                .isEqualTo(speech.phonemes().getFirst().end());
    }

    @Test
    void textWithoutASoundHasNoSamples() {
        TimedSpeech speech = FLITE.speak(FliteVoice.KAL16, "", 1.0);

        assertThat(speech.words()).isEmpty();
        assertThat(speech.duration()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesATextThatIsTooLong() {
        String text = "a ".repeat(Flite.MAX_CHARACTERS);

        assertThatThrownBy(() -> FLITE.speak(FliteVoice.KAL16, text, 1.0))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TEXT_TOO_LONG))
                .hasMessage("flite speaks at most 20000 characters at once, found 39999");
    }

    @Test
    void knowsWhatItCannotPronounce() {
        assertThat(List.of("你好", "😀", "?!", "привет")).noneMatch(Flite::canSpeak);
        assertThat(List.of("é", "5", "ｗｉｄｅ", "你好 and hello")).allMatch(Flite::canSpeak);
    }
}
