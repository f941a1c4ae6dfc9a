package avatar.speech.synthesis;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.viseme.Phoneme;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flite itself, on the library of this machine. */
class FliteTest {

    private static final FliteSynthesizer FLITE = FliteSynthesizer.open();

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(
                FLITE.voices().stream().allMatch(Voice::available),
                "libflite.so.1 and its voices are absent (package libflite1)");
    }

    @AfterAll
    static void close() {
        FLITE.close();
    }

    @Test
    void speaksThePhonemesOfTheWords() {
        SpokenClause clause = FLITE.speak("flite-slt", "Hello world.", Prosody.OWN);

        assertThat(clause.phonemes())
                .extracting(Phoneme::symbol)
                .containsExactly("pau", "hh", "ax", "l", "ow", "w", "er", "l", "d", "pau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flite-slt", "flite-rms", "flite-awb", "flite-kal16"})
    void phonemesFollowEachOtherFromTheStartOfTheSoundToItsEnd(String voice) {
        SpokenClause clause = FLITE.speak(voice, "It is very cold outside, isn't it?", Prosody.OWN);

        Duration covered = Duration.ZERO;
        for (Phoneme phoneme : clause.phonemes()) {
            assertThat(phoneme.start()).isEqualTo(covered);
            covered = phoneme.end();
        }
        assertThat(covered).isEqualTo(clause.duration());
        assertThat(clause.sampleRateHz()).isEqualTo(16_000);
        assertThat(clause.duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flite-slt", "flite-rms", "flite-awb", "flite-kal16"})
    void vowelsAreHeardAndPausesAreNot(String voice) {
        SpokenClause clause = FLITE.speak(voice, "Hello world.", Prosody.OWN);

        assertThat(loudness(clause, phoneme(clause, "ow"))).isGreaterThan(1_000);
        assertThat(loudness(clause, clause.phonemes().getFirst())).isLessThan(300);
        assertThat(loudness(clause, clause.phonemes().getLast())).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flite-slt", "flite-rms", "flite-awb", "flite-kal16"})
    void rateChangesTheLengthOfOneTextOnly(String voice) {
        double normal = seconds(FLITE.speak(voice, "The weather is fine today.", Prosody.OWN));
        double fast = seconds(FLITE.speak(voice, "The weather is fine today.", rate(2.0)));
        double slow = seconds(FLITE.speak(voice, "The weather is fine today.", rate(0.5)));
        double again = seconds(FLITE.speak(voice, "The weather is fine today.", Prosody.OWN));

        assertThat(fast / normal).isCloseTo(0.5, within(0.1));
        assertThat(slow / normal).isCloseTo(2.0, within(0.2));
        assertThat(again).isEqualTo(normal);
    }

    @Test
    void silenceIsTrimmedAndTheWordsStayWhereTheyAreHeard() {
        SpokenClause clause = FLITE.speak("flite-slt", "Hello world.", Prosody.OWN);

        SpokenClause trimmed = clause.withPausesUpTo(ofMillis(40), ofMillis(100));

        assertThat(phoneme(clause, "hh").start()).isGreaterThan(ofMillis(100));
        assertThat(phoneme(trimmed, "hh").start()).isBetween(ofMillis(40), ofMillis(41));
        assertThat(loudness(trimmed, phoneme(trimmed, "ow")))
                .isCloseTo(loudness(clause, phoneme(clause, "ow")), within(20.0));
        assertThat(trimmed.phonemes().getLast().end()).isEqualTo(trimmed.duration());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "?!",
                "'",
                "\"",
                "😀",
                "你好世界",
                "$",
                "<speak>hi</speak>",
                "café naïve",
                "www.example.com",
                "%s%n%d",
                "\\",
                "a",
                "$1.2.3",
                "½ of 3/4",
                "MMXXIV",
                "’tis — “quoted”"
            })
    void oddTextIsSoundOrSilence(String text) {
        SpokenClause clause = FLITE.speak("flite-slt", text, Prosody.OWN);

        assertThat(clause.duration()).isPositive();
        assertThat(FLITE.speak("flite-kal16", text, Prosody.OWN).duration()).isPositive();
    }

    @Test
    void aThousandDigitsAreSpoken() {
        assertThat(FLITE.speak("flite-slt", "7".repeat(1_000), rate(2.0)).duration())
                .isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void knowsWhatItCannotPronounce() {
        assertThat(List.of("你好", "😀", "?!", "привет")).noneMatch(text -> FLITE.canSpeak("flite-slt", text));
        assertThat(List.of("é", "5", "ｗｉｄｅ", "你好 and hello")).allMatch(text -> FLITE.canSpeak("flite-slt", text));
    }

    @Test
    void isThreadSafe() throws Exception {
        byte[] alone = bytes(FLITE.speak("flite-kal16", "One at a time.", Prosody.OWN));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> bytes(
                            FLITE.speak(i % 2 == 0 ? "flite-kal16" : "flite-slt", "One at a time.", Prosody.OWN))))
                    .toList();
            for (int i = 0; i < answers.size(); i += 2) {
                assertThat(answers.get(i).get()).isEqualTo(alone);
            }
        }
    }

    private static Phoneme phoneme(SpokenClause clause, String symbol) {
        return clause.phonemes().stream()
                .filter(phoneme -> phoneme.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /** The root of the mean square of the samples of a phoneme. */
    private static double loudness(SpokenClause clause, Phoneme phoneme) {
        ByteBuffer audio = clause.audio().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int start = (int) (phoneme.start().toNanos() * clause.sampleRateHz() / 1_000_000_000L);
        int end = (int) (phoneme.end().toNanos() * clause.sampleRateHz() / 1_000_000_000L);
        double sum = IntStream.range(start, end)
                .mapToDouble(i -> Math.pow(audio.getShort(2 * i), 2))
                .sum();
        return Math.sqrt(sum / (end - start));
    }

    private static double seconds(SpokenClause clause) {
        return clause.duration().toNanos() / 1e9;
    }

    private static byte[] bytes(SpokenClause clause) {
        byte[] bytes = new byte[clause.audio().remaining()];
        clause.audio().duplicate().get(bytes);
        return bytes;
    }

    private static Prosody rate(double rate) {
        return new Prosody(rate, 1.0);
    }
}
