package avatar.phonetics.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** espeak-ng itself, on the library of this machine. */
class EspeakTest {

    private static final Espeak ESPEAK = Espeak.shared();

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(
                ESPEAK.missing().isEmpty(), "libespeak-ng.so.1 is absent (packages libespeak-ng1 and espeak-ng-data)");
    }

    @Test
    void reportsThePhonemesOfTheWords() {
        TimedSpeech speech = speak("en-US", "Hello, Bob.");

        assertThat(speech.phonemes())
                .extracting(Phoneme::symbol)
                .containsExactly("/h/", "/ə/", "/l/", "/oʊ/", "pau", "/b/", "/ɑː/", "/b/", "pau");
        assertThat(speech.words()).extracting(Word::text).containsExactly("Hello", "Bob");
    }

    @Test
    void soundsAtTheStartOfAWordAreAllThere() {
        TimedSpeech speech = speak("de", "Guten Tag, wie geht es Ihnen?");

        assertThat(speech.phonemes())
                .extracting(Phoneme::symbol)
                .startsWith("/ɡ/", "/uː/", "/t/", "/ə/", "/n/", "/t/", "/ɑː/")
                .containsSequence("/t/", "/ɛ/", "/s/");
    }

    @Test
    void phonemesFollowEachOtherFromTheStartOfTheSoundToItsEnd() {
        TimedSpeech speech = speak("de", "Guten Tag, wie geht es Ihnen? Danke: gut.");

        Duration covered = Duration.ZERO;
        for (Phoneme phoneme : speech.phonemes()) {
            assertThat(phoneme.start()).isEqualTo(covered);
            covered = phoneme.end();
        }
        assertThat(covered).isEqualTo(speech.duration());
        assertThat(speech.sampleRateHz()).isEqualTo(22_050);
    }

    @Test
    void voicelessStopsBeginWithTheirClosure() {
        TimedSpeech speech = speak("en-US", "A paper cup.");

        Phoneme stop = speech.phonemes().stream()
                .filter(phoneme -> phoneme.symbol().equals("/p/"))
                .findFirst()
                .orElseThrow();

        assertThat(loudness(speech, stop.start(), stop.start().plusMillis(25))).isLessThan(3);
        assertThat(loudness(speech, stop.start(), stop.end())).isGreaterThan(100);
    }

    @Test
    void wordsEndBeforeThePauseBehindThem() {
        TimedSpeech speech = speak("en-US", "Stop. Go.");

        Phoneme pause = speech.phonemes().stream()
                .filter(phoneme -> phoneme.symbol().equals(TimedSpeech.PAUSE))
                .findFirst()
                .orElseThrow();
        assertThat(speech.words().getFirst().end()).isEqualTo(pause.start());
        assertThat(speech.words().getLast().start())
                .isGreaterThanOrEqualTo(pause.end().minusMillis(50));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2.0", "2.0, 0.5"})
    void rateChangesTheLength(double rate, double expected) {
        String text = "The weather is fine today, and nobody is at home.";

        double normal = seconds(ESPEAK.speak(voice("en-US"), text, 1, 1));
        double changed = seconds(ESPEAK.speak(voice("en-US"), text, rate, 1));

        assertThat(changed / normal).isCloseTo(expected, within(0.2 * expected));
    }

    @Test
    void thePreviousVoiceHasNoEffect() {
        ESPEAK.speak(voice("cmn"), "你好", 2, 2);

        assertThat(speak("en-US", "Bob.").phonemes())
                .extracting(Phoneme::symbol)
                .containsExactly("/b/", "/ɑː/", "/b/", "pau");
    }

    @ParameterizedTest
    @CsvSource({
        "en, en-gb",
        "en-US, en-us",
        "fr, fr-fr",
        "fr-CA, fr-fr",
        "de-AT, de",
        "zh-CN, cmn",
        "no, nb",
        "pt-BR, pt-br"
    })
    void findsTheVoiceOfALanguage(String language, String id) {
        assertThat(ESPEAK.voiceFor(language)).map(EspeakVoice::id).contains(id);
    }

    @Test
    void hasNoVoiceForAnUnknownLanguage() {
        assertThat(ESPEAK.voiceFor("xx")).isEmpty();
        assertThat(ESPEAK.voiceFor("")).isEmpty();
        assertThat(ESPEAK.voiceFor("not a language")).isEmpty();
    }

    @Test
    void pronouncesClauseByClause() {
        List<IpaClause> clauses = ESPEAK.phonemes(voice("en-US"), "Hello, a cup of tea; yes. Bob?");

        assertThat(clauses)
                .containsExactly(
                        new IpaClause("həlˈoʊ", ","),
                        new IpaClause("ɐ kˈʌp ʌv tˈiː", ";"),
                        new IpaClause("jˈɛs", "."),
                        new IpaClause("bˈɑːb", "?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "😀",
                "<speak><break time='10s'/></speak>",
                "[[aaa]]",
                "\u0000\u0001\u001b[31m",
                "\ud800 lone \udc00",
                "\u202eright to left\u202c مرحبا",
                "%s%n%d",
                "5e99 1.2.3 12/13/14",
                "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void oddTextIsSoundOrSilence(String text) {
        TimedSpeech speech = speak("en-US", text);

        assertThat(speech.duration()).isLessThan(Duration.ofSeconds(20));
        assertThat(ESPEAK.phonemes(voice("en-US"), text)).isNotNull();
    }

    @Test
    void anEndlessWordIsCutShort() {
        assertThat(speak("en-US", "a".repeat(5_000)).duration()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void refusesATextThatIsTooLong() {
        String text = "ab ".repeat(Espeak.MAX_CHARACTERS / 2);

        assertThatThrownBy(() -> speak("en-US", text))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TEXT_TOO_LONG))
                .hasMessage("espeak-ng speaks at most 20000 characters at once, found 29999");
    }

    @Test
    void isThreadSafe() throws Exception {
        List<String> alone = symbols("One at a time.");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> symbols("One at a time.")))
                    .toList();
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    private static List<String> symbols(String text) {
        return speak("en-US", text).phonemes().stream().map(Phoneme::symbol).toList();
    }

    private static TimedSpeech speak(String language, String text) {
        return ESPEAK.speak(voice(language), text, 1, 1);
    }

    private static EspeakVoice voice(String language) {
        return ESPEAK.voiceFor(language).orElseThrow();
    }

    private static double seconds(TimedSpeech speech) {
        return speech.duration().toNanos() / 1e9;
    }

    /** The root of the mean square of the samples from one time to another. */
    private static double loudness(TimedSpeech speech, Duration start, Duration end) {
        ByteBuffer audio = speech.audio();
        int from = (int) (start.toNanos() * speech.sampleRateHz() / 1_000_000_000L);
        int to = (int) (end.toNanos() * speech.sampleRateHz() / 1_000_000_000L);
        return Math.sqrt(IntStream.range(from, to)
                .mapToDouble(i -> Math.pow(audio.getShort(2 * i), 2))
                .average()
                .orElse(0));
    }
}
