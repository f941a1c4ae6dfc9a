package avatar.speech.narration;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.phonetics.espeak.Espeak;
import avatar.speech.recording.RecordingLimits;
import avatar.speech.synthesis.EspeakSynthesizer;
import avatar.speech.synthesis.FliteSynthesizer;
import avatar.speech.synthesis.Voice;
import avatar.speech.voices.Voices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious texts, read by the real local voices: each is spoken, or refused with a reason. */
class HostileTextTest {

    private static final Voices VOICES = new Voices(
            List.of(FliteSynthesizer.open(), new EspeakSynthesizer(Espeak.shared())), "flite-slt", "flite-slt");

    private static final Narrator NARRATOR =
            new Narrator(new SpeechRules(VOICES, 10_000), VOICES, RecordingLimits.small(), Timelines::shut);

    @BeforeAll
    static void needsTheLibraries() {
        assumeTrue(
                VOICES.list().stream().allMatch(Voice::available),
                "libflite.so.1 or libespeak-ng.so.1 is absent (packages libflite1, libespeak-ng1)");
    }

    static Stream<String> spoken() {
        return Stream.of(
                "a".repeat(5_000),
                "7".repeat(400),
                "Hi 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 there 😀".repeat(50),
                "\u202Eevil\u202C \u2066x\u2069 \u200F\u200E\u061C done",
                "a\0b\u0007c\u001b[31md\u0085e\u2028f\u2029g\uFEFFh\uFFFEi",
                "lone \uD83D high, lone \uDE00 low, \uDE00\uD83D turned round",
                "e" + "\u0301".repeat(3_000),
                "<speak><break time='99h'/><audio src='http://127.0.0.1/'/></speak>",
                "</prosody></voice></speak><voice name='x'>hello",
                "&lt;&amp;&#0;&#x110000; ]]> <![CDATA[ hi ]]> <!-- x --> <?x?>",
                "[[h@l'oU]] \\rate=9 \\pau=9999 |x|",
                "%s%n%d%x $(reboot) `id` '; DROP TABLE voices; --",
                "Word. ".repeat(200),
                "no end,".repeat(200),
                ".".repeat(4_000) + "a" + "!".repeat(4_000),
                "(".repeat(3_000) + "a" + ")".repeat(3_000),
                "\"".repeat(3_000) + "a",
                "a.a.a.a.".repeat(100),
                "1,2.3:4/".repeat(40),
                "www.".repeat(60),
                "@.".repeat(3_000) + "a",
                "a\n".repeat(400),
                "x ".repeat(400),
                "Aa1-".repeat(60),
                "٣٤٥ ۳۴۵ १२३ Ⅻ ½ ① 𝟘 ㊿ 5",
                "ﷺ ﷽ x",
                "Z̷̨̛͉̪̈́̈a̸͓͐l̵͉̈g̵̱̀o̸͉͝ comes",
                "日本語 and English و العربية и русский in one line 5 €");
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                " ",
                "\n\n\t",
                "?!...,;:",
                "😀😀😀",
                "\0\u0001\u0002",
                "\uD83D",
                "\u202E\u202C",
                "---- ****",
                "\u0301\u0302");
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void isSpokenByEveryLocalVoice(String text) {
        for (String voice : List.of("flite-slt", "espeak-en-us", "espeak-cmn", "espeak-ar")) {
            Duration sound = assertTimeoutPreemptively(ofSeconds(60), () -> read(text, voice));

            assertThat(sound).as(voice).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithAReason(String text) {
        for (String voice : List.of("flite-slt", "espeak-en-us")) {
            assertThat(refusal(text, voice)).isEqualTo(ErrorCode.INVALID_TEXT);
        }
    }

    @Test
    void aNovelsChapterIsRefusedAsTooLongAndHalfOfItSpoken() {
        String chapter = "It was the best of times, it was the worst of times; \"I know,\" said Mr. Lorry, in 1775. "
                .repeat(300);

        assertThat(refusal(chapter, "flite-slt")).isEqualTo(ErrorCode.TEXT_TOO_LONG);
        assertThat(read(chapter.substring(0, 10_000), "flite-kal16")).isGreaterThan(Duration.ofMinutes(6));
    }

    /** "Good morning, the weather is nice today." or the like, and the language of its voice. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "af | Goeie môre, hoe gaan dit?",
                "am | እንደምን አደርክ",
                "ar | صباح الخير كيف حالك",
                "as | সুপ্ৰভাত",
                "az | Sabahınız xeyir",
                "bg | Добро утро, как сте?",
                "bn | সুপ্রভাত, কেমন আছেন",
                "bs | Dobro jutro",
                "ca | Bon dia, com esteu?",
                "cmn | 早上好，今天天气很好。",
                "cs | Dobré ráno, jak se máte?",
                "cy | Bore da, sut wyt ti?",
                "da | Godmorgen, hvordan går det?",
                "de | Guten Morgen, wie geht es Ihnen?",
                "el | Καλημέρα, τι κάνετε;",
                "en-gb | Good morning, how are you?",
                "eo | Bonan matenon",
                "es | Buenos días, ¿cómo está?",
                "et | Tere hommikust",
                "eu | Egun on, zer moduz?",
                "fa | صبح بخیر حال شما چطور است",
                "fi | Hyvää huomenta",
                "fr-fr | Bonjour, comment allez-vous ?",
                "ga | Maidin mhaith",
                "gu | સુપ્રભાત",
                "hi | सुप्रभात, आप कैसे हैं",
                "hr | Dobro jutro",
                "hu | Jó reggelt, hogy van?",
                "hy | Բարի լույս",
                "id | Selamat pagi, apa kabar?",
                "is | Góðan daginn",
                "it | Buongiorno, come sta?",
                "ja | おはようございます。",
                "ka | დილა მშვიდობისა",
                "kk | Қайырлы таң",
                "kn | ಶುಭೋದಯ",
                "ko | 좋은 아침입니다",
                "la | Salve, quid agis?",
                "lt | Labas rytas",
                "lv | Labrīt, kā klājas?",
                "mk | Добро утро",
                "ml | സുപ്രഭാതം",
                "mr | सुप्रभात",
                "ms | Selamat pagi",
                "mt | L-għodwa t-tajba",
                "nb | God morgen, hvordan har du det?",
                "ne | शुभ प्रभात",
                "nl | Goedemorgen, hoe gaat het?",
                "or | ସୁପ୍ରଭାତ",
                "pa | ਸ਼ੁਭ ਸਵੇਰ",
                "pl | Dzień dobry, jak się masz?",
                "pt | Bom dia, como está?",
                "ro | Bună dimineața",
                "ru | Доброе утро, как дела?",
                "si | සුබ උදෑසනක්",
                "sk | Dobré ráno",
                "sl | Dobro jutro",
                "sq | Mirëmëngjes",
                "sr | Добро јутро",
                "sv | God morgon, hur mår du?",
                "sw | Habari za asubuhi",
                "ta | காலை வணக்கம்",
                "te | శుభోదయం",
                "tr | Günaydın, nasılsınız?",
                "uk | Доброго ранку",
                "ur | صبح بخیر",
                "vi | Chào buổi sáng"
            })
    void speaksManyLanguages(String language, String greeting) {
        Duration sound = read(greeting, "espeak-" + language);

        assertThat(sound).isBetween(Duration.ofMillis(300), ofSeconds(8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomSignsAreSpokenOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(80))
                    .mapToObj(j -> new String(new int[] {codePoint(random)}, 0, 1))
                    .collect(Collectors.joining());
            for (String voice : List.of("flite-kal16", "espeak-en-us", "espeak-hi")) {
                assertThat(readOrRefuse(text, voice)).as("%s: %s", voice, text).isTrue();
            }
        }
    }

    private static int codePoint(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> random.nextInt(0x3000);
            case 2 -> random.nextInt(0x10000);
            default -> random.nextInt(0x110000);
        };
    }

    private static boolean readOrRefuse(String text, String voice) {
        try {
            return read(text, voice).isPositive();
        } catch (AvatarException e) {
            // SYNTHESIS_FAILED: espeak-ng crashes on it, and no other voice can pronounce it.
            return e.code() == ErrorCode.INVALID_TEXT || e.code() == ErrorCode.SYNTHESIS_FAILED;
        }
    }

    private static ErrorCode refusal(String text, String voice) {
        try {
            NARRATOR.narrate(request(text, voice), change -> {});
        } catch (AvatarException e) {
            assertThat(e.getMessage()).isNotBlank();
            return e.code();
        }
        throw new AssertionError("'%s' was not refused".formatted(text));
    }

    /** Reads the text to its end and returns the duration of the speech. */
    private static Duration read(String text, String voiceId) {
        // espeak-ng crashes on random words of some scripts, in a separate process; then another voice speaks them.
        Narration narration = NARRATOR.narrate(request(text, voiceId), change -> {});
        Duration all = Duration.ZERO;
        while (narration.hasNext()) {
            SpeechSegment segment = narration.next();
            assertThat(segment.last()).isEqualTo(!narration.hasNext());
            assertThat(segment.duration()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(4));
            all = all.plus(segment.duration());
        }
        return all;
    }

    private static SpeechRequest request(String text, String voice) {
        return SpeechRequest.of("u", "main", text, voice.toLowerCase(Locale.ROOT), SpeechMode.REPLACE, Instant.EPOCH)
                .withManner(2.0, 1.0, false);
    }
}
