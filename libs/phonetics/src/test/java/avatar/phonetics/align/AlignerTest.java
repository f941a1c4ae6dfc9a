package avatar.phonetics.align;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.EspeakVoice;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alignment of voices that are not among the references, whose times are known. */
class AlignerTest {

    private static final List<String> SENTENCES = List.of(
            "The quick brown fox jumps over the lazy dog near the river bank.",
            "Please bring the small blue boxes from the kitchen before lunch.",
            "She sells sea shells, and her brother buys most of them on Sunday.",
            "My father's boat is much bigger than yours, you know.",
            "Five very brave women moved the heavy furniture through the garden.");

    private static final Flite FLITE = Flite.open();
    private static final Espeak ESPEAK = Espeak.shared();
    private static final Aligner ALIGNER = new Aligner(FLITE, ESPEAK);

    @BeforeAll
    static void needsTheLibraries() {
        assumeTrue(FLITE.missing(FliteVoice.SLT).isEmpty(), "libflite.so.1 is absent (package libflite1)");
        assumeTrue(ESPEAK.missing().isEmpty(), "libespeak-ng.so.1 is absent (package libespeak-ng1)");
    }

    @AfterAll
    static void close() {
        FLITE.close();
    }

    @ParameterizedTest
    @CsvSource({"QUICK, 15, 60", "THOROUGH, 12, 45"})
    void soundsOfAnotherVoiceAreFoundWhereTheyAre(Effort effort, int half, int most) {
        List<Double> errors = SENTENCES.stream()
                .flatMap(text -> {
                    TimedSpeech truth = FLITE.speak(FliteVoice.SLT, text, 0.9);
                    return errors(truth, align(text, Recordings.of(truth), effort));
                })
                .sorted()
                .toList();

        assertThat(median(errors)).isLessThan(half);
        assertThat(errors.get(errors.size() * 9 / 10)).isLessThan(most);
    }

    @Test
    void wordsOfAnotherEngineAreFoundWhereTheyAre() {
        List<Double> errors = SENTENCES.stream()
                .flatMap(text -> {
                    TimedSpeech truth = ESPEAK.speak(voice("en-gb"), text, 1, 1);
                    Alignment alignment = align(text, Recordings.of(truth), Effort.THOROUGH);
                    WordAnchors known = new WordAnchors(
                            alignment.words().stream().map(Word::text).toList(), truth.words());
                    return IntStream.range(0, alignment.words().size())
                            .filter(i -> !Double.isNaN(known.start(i)))
                            .mapToObj(i -> Math.abs(known.start(i)
                                            - Frames.of(alignment.words().get(i).start()))
                                    * Frames.time(1).toMillis());
                })
                .sorted()
                .toList();

        assertThat(errors).hasSizeGreaterThan(40);
        assertThat(median(errors)).isLessThan(15);
    }

    @Test
    void pauseThatTheVoiceDoesNotMakeIsFound() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, "My brother buys most of the boats.", 1);
        Duration cut = speech.words().get(3).start();

        Recording recording = Recordings.withPause(speech, cut, ofSeconds(2));
        Alignment alignment = align("My brother buys, most of the boats.", recording, Effort.QUICK);

        Phoneme pause = alignment.phonemes().stream()
                .filter(phoneme -> phoneme.symbol().equals("pau"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(apart(pause.start(), cut)).isLessThan(60);
        assertThat(apart(pause.end(), cut.plusSeconds(2))).isLessThan(60);
    }

    @Test
    void roomNoiseIsNotSpeech() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, SENTENCES.getFirst(), 1);
        Recording recording = Recordings.withPause(speech, Duration.ZERO, ofSeconds(1), 100);

        Alignment alignment = align(SENTENCES.getFirst(), recording, Effort.THOROUGH);

        Duration start = speech.words().getFirst().start().plusSeconds(1);
        Duration end = speech.words().getLast().end().plusSeconds(1);
        assertThat(apart(alignment.words().getFirst().start(), start)).isLessThan(60);
        assertThat(apart(alignment.words().getLast().end(), end)).isLessThan(100);
    }

    @Test
    void pauseThatTheVoiceMakesAndTheSpeakerDoesNotIsLeftOut() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, "My brother buys most of the boats.", 1);

        Alignment alignment = align("My brother, buys, most, of the boats.", Recordings.of(speech), Effort.QUICK);

        assertThat(alignment.phonemes().stream()
                        .filter(phoneme -> phoneme.symbol().equals("pau")))
                .hasSize(2);
    }

    @Test
    void phonemesFollowEachOtherFromTheStartOfTheRecordingToItsEnd() {
        Recording recording = Recordings.of(ESPEAK.speak(voice("en-us"), SENTENCES.get(1), 1.2, 1));

        Alignment alignment = align(SENTENCES.get(1), recording, Effort.QUICK);

        Duration covered = Duration.ZERO;
        for (Phoneme phoneme : alignment.phonemes()) {
            assertThat(phoneme.start()).isEqualTo(covered);
            covered = phoneme.end();
        }
        assertThat(covered).isEqualTo(recording.duration());
    }

    @Test
    void wordsThatAreGivenHoldThePath() {
        String text = "Bob, Bob, Bob, Bob.";
        TimedSpeech truth = FLITE.speak(FliteVoice.SLT, text, 1);
        Recording recording = Recordings.withPause(truth, Duration.ZERO, ofSeconds(1));
        List<Word> given = truth.words().stream()
                .map(word -> new Word(
                        word.text().toUpperCase(Locale.ROOT) + ",",
                        word.start().plusSeconds(1),
                        word.end().plusSeconds(1)))
                .toList();

        List<Word> found =
                ALIGNER.align(text, "en-US", recording, given, Effort.QUICK).words();

        for (int i = 0; i < found.size(); i++) {
            assertThat(apart(found.get(i).start(), given.get(i).start())).isLessThan(40);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | +f4 | Guten Morgen, wie geht es Ihnen heute?",
                "fr | +m3 | Bonjour, je voudrais une tasse de café.",
                "ru | +f4 | Доброе утро, как ваши дела сегодня?",
                "cmn | +m3 | 你好，今天天气很好。"
            })
    void otherLanguagesAreAlignedWithTheirOwnVoice(String language, String variant, String text) {
        EspeakVoice voice = voice(language);
        TimedSpeech truth = ESPEAK.speak(voice.variant(variant), text, 0.9, 1.1);

        Alignment alignment = ALIGNER.align(text, language, Recordings.of(truth), List.of(), Effort.THOROUGH);

        assertThat(median(errors(truth, alignment).sorted().toList())).isLessThan(15);
    }

    @ParameterizedTest
    @EnumSource
    void nothingDriftsInMinutesOfSpeech(Effort effort) {
        String text = String.join(" ", Collections.nCopies(8, String.join(" ", SENTENCES)));
        TimedSpeech truth = FLITE.speak(FliteVoice.SLT, text, 1);

        Alignment alignment = align(text, Recordings.of(truth), effort);

        assertThat(truth.duration()).isGreaterThan(Duration.ofMinutes(2));
        List<Double> errors = IntStream.range(0, truth.words().size())
                .mapToObj(i -> apart(
                        truth.words().get(i).start(), alignment.words().get(i).start()))
                .toList();
        assertThat(Collections.max(errors.subList(errors.size() - 50, errors.size())))
                .isLessThan(150);
    }

    @Test
    void recordingWithoutSpeechIsRefused() {
        assertRefused(
                ErrorCode.INVALID_AUDIO,
                "Expected speech, found silence",
                () -> align("Hello.", Recordings.silence(ofSeconds(1)), Effort.QUICK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "😀"})
    void textWithoutASoundIsRefused(String text) {
        Recording recording = Recordings.of(FLITE.speak(FliteVoice.KAL16, "Hello.", 1));

        assertRefused(
                ErrorCode.INVALID_TEXT,
                "Expected a text with a sound in it, found none to speak",
                () -> align(text, recording, Effort.QUICK));
    }

    @Test
    void textThatIsMuchLongerThanTheRecordingIsRefused() {
        Recording recording = Recordings.of(FLITE.speak(FliteVoice.KAL16, "Hello.", 1));

        assertThatThrownBy(() -> align(String.join(" ", SENTENCES), recording, Effort.QUICK))
                .hasMessageMatching(
                        "The text takes about \\d+\\.\\d s to speak, but the recording has 0\\.\\d s of speech");
    }

    @Test
    void unknownLanguageIsRefused() {
        Recording recording = Recordings.of(FLITE.speak(FliteVoice.KAL16, "Hello.", 1));

        assertRefused(
                ErrorCode.UNKNOWN_VOICE,
                "No local voice speaks language 'tlh-x'",
                () -> ALIGNER.align("Hello.", "tlh-x", recording, List.of(), Effort.QUICK));
    }

    @Test
    void recordingsOutOfBoundsAreRefused() {
        assertRefused(
                ErrorCode.INVALID_AUDIO,
                "Expected 50 ms to 10 minutes of sound, found 0.02 s",
                () -> Recordings.silence(ofMillis(20)));
        assertRefused(
                ErrorCode.INVALID_AUDIO,
                "Expected 50 ms to 10 minutes of sound, found 601.00 s",
                () -> Recordings.silence(ofSeconds(601)));
        assertRefused(
                ErrorCode.INVALID_AUDIO,
                "Expected 8000 to 192000 samples per second, found 4000",
                () -> new Recording(4_000, ByteBuffer.allocate(8_000)));
    }

    private static void assertRefused(ErrorCode code, String message, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }

    private static Alignment align(String text, Recording recording, Effort effort) {
        return ALIGNER.align(text, "en-US", recording, List.of(), effort);
    }

    private static EspeakVoice voice(String language) {
        return ESPEAK.voiceFor(language).orElseThrow();
    }

    /** How far each sound starts from where it should, in ms; both have the same sounds, but for those left out. */
    private static Stream<Double> errors(TimedSpeech truth, Alignment alignment) {
        List<Phoneme> known = sounds(truth.phonemes());
        List<Phoneme> found = sounds(alignment.phonemes());
        return IntStream.range(0, Math.min(known.size(), found.size()))
                .filter(i -> found.size() == known.size())
                .mapToObj(i -> apart(known.get(i).start(), found.get(i).start()));
    }

    private static List<Phoneme> sounds(List<Phoneme> phonemes) {
        return phonemes.stream()
                .filter(phoneme -> !phoneme.symbol().equals(TimedSpeech.PAUSE))
                .toList();
    }

    private static double apart(Duration one, Duration other) {
        return Math.abs(one.minus(other).toNanos()) / 1e6;
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
