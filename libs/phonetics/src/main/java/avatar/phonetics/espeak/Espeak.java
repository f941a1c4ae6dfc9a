package avatar.phonetics.espeak;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.EspeakLibrary.NativeClause;
import avatar.phonetics.espeak.EspeakLibrary.NativeVoice;
import avatar.phonetics.espeak.EspeakProcess.Inventory;
import avatar.phonetics.speech.Gender;
import avatar.phonetics.speech.OwnerThread;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speech synthesis and text-to-IPA for more than a hundred languages with espeak-ng 1.51, a system library (Debian:
 * {@code libespeak-ng1} with {@code espeak-ng-data}), which reports the time of every phoneme and word. Thread-safe.
 * The library runs in a separate process, since it crashes on some texts, and one thread talks to that process.
 */
public final class Espeak {

    /** The maximum length of a text, in characters: minutes of speech, about a second of work. */
    public static final int MAX_CHARACTERS = 20_000;

    private static final int MIN_WORDS_PER_MINUTE = 80;
    private static final int NORMAL_WORDS_PER_MINUTE = 175;
    private static final int MAX_WORDS_PER_MINUTE = 450;

    /** Half an hour. */
    private static final int MAX_SECONDS = 1_800;

    /** Longer than espeak-ng's limit for one text, because other texts may be queued. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** MBROLA's voices, which need another program and its data. */
    private static final String MBROLA = "mb/";

    /** Codes of macrolanguages, with the language that espeak-ng has for each. */
    private static final Map<String, String> SPOKEN = Map.of("zh", "cmn", "no", "nb", "nn", "nb");

    /** The punctuation that ends a clause, at the end of a text or up to two characters before it. */
    private static final Pattern CLAUSE_END = Pattern.compile("([.,;:!?…。，、；：！？؟،؛।])[\\s\"'”’»)]*.{0,2}$");

    private final EspeakProcess process = new EspeakProcess();
    private final OwnerThread owner = new OwnerThread("espeak-ng", TIMEOUT);
    private final Map<String, EspeakVoice> voices = new LinkedHashMap<>();
    private @Nullable Inventory inventory;
    private @Nullable String missing;

    private Espeak() {
        owner.call(() -> {
            load();
            return true;
        });
    }

    /** The espeak-ng of this process, loaded at the first call. */
    public static Espeak shared() {
        return Shared.ESPEAK;
    }

    /** The reason why espeak-ng can't speak, with what to install; empty if it can. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    /** The voices by their ids; none if the library is missing. */
    public List<EspeakVoice> voices() {
        return List.copyOf(voices.values());
    }

    /** The voice with this id. */
    public Optional<EspeakVoice> voice(String id) {
        return Optional.ofNullable(voices.get(id.toLowerCase(Locale.ROOT)));
    }

    /**
     * The best voice for a language.
     *
     * @param language BCP 47; the region is ignored if no voice has it
     */
    public Optional<EspeakVoice> voiceFor(String language) {
        String tag = Locale.forLanguageTag(language).getLanguage();
        String general = SPOKEN.getOrDefault(tag, tag);
        return voice(language)
                .or(() -> speaking(language))
                .or(() -> voice(general))
                .or(() -> speaking(general))
                .or(() -> voices.values().stream()
                        .filter(voice -> voice.id().startsWith(general + "-"))
                        .findFirst());
    }

    /** The voice for a language without a region: the one in the file named after it, which is espeak-ng's default. */
    private Optional<EspeakVoice> speaking(String language) {
        return voices.values().stream()
                .filter(voice -> voice.file().endsWith("/" + language))
                .findFirst();
    }

    /**
     * Speaks {@code text}. Phonemes are IPA between slashes; a diphthong without a viseme is split in two.
     *
     * @param rate 1.0 is 175 words per minute; clamped to 80 to 450
     * @param pitch 1.0 is the voice's own, 2.0 an octave higher; clamped to 0.5 to 2.0
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if the library is missing or fails, {@link
     *     ErrorCode#TEXT_TOO_LONG} beyond {@link #MAX_CHARACTERS} or half an hour
     */
    public TimedSpeech speak(EspeakVoice voice, String text, double rate, double pitch) {
        int sampleRateHz = required().sampleRateHz();
        String clean = checked(text);
        Synthesis synthesis = owner.call(() -> process.speak(
                voice.file(),
                EspeakText.bytes(clean),
                wordsPerMinute(rate),
                pitchValue(pitch),
                MAX_SECONDS * sampleRateHz));
        if (synthesis.cut()) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "Text too long: espeak-ng was stopped after too much work or %d s of speech; split the text"
                            .formatted(MAX_SECONDS));
        }
        return new TimedEvents(synthesis, sampleRateHz, clean).speech();
    }

    /**
     * The pronunciation of {@code text} without times, clause by clause: IPA with stress marks.
     *
     * @throws AvatarException as {@link #speak}
     */
    public List<IpaClause> phonemes(EspeakVoice voice, String text) {
        required();
        byte[] bytes = EspeakText.bytes(checked(text));
        return owner.call(() -> process.phonemes(voice.file(), bytes)).stream()
                .map(clause -> new IpaClause(clause.ipa().strip(), ending(bytes, clause)))
                .toList();
    }

    /** The punctuation that ends a clause: espeak-ng has read it, the space after it and up to two characters more. */
    private static String ending(byte[] text, NativeClause clause) {
        String read = new String(text, clause.from(), clause.to() - clause.from(), StandardCharsets.UTF_8);
        Matcher signs = CLAUSE_END.matcher(read);
        String last = "";
        while (signs.find()) {
            last = signs.group(1);
        }
        return last;
    }

    private void load() {
        try {
            Inventory found = process.start();
            for (NativeVoice voice : found.voices()) {
                if (!voice.file().startsWith(MBROLA) && !voice.languages().isEmpty()) {
                    String id = voice.languages().getFirst().toLowerCase(Locale.ROOT);
                    voices.putIfAbsent(id, described(id, voice));
                }
            }
            inventory = found;
        } catch (IllegalArgumentException | IllegalCallerException e) {
            missing =
                    ("libespeak-ng.so.1 can't be loaded (%s); on Debian and Ubuntu it is in packages libespeak-ng1 and"
                                    + " espeak-ng-data")
                            .formatted(e.getMessage());
        }
    }

    private static EspeakVoice described(String id, NativeVoice voice) {
        Gender gender = voice.gender() == 2 ? Gender.FEMALE : Gender.MALE;
        String language = Locale.forLanguageTag(id).toLanguageTag();
        return new EspeakVoice(id, voice.name().replace('_', ' '), language, gender, voice.file());
    }

    private Inventory required() {
        Inventory found = inventory;
        if (found == null) {
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, missing().orElse("espeak-ng is not loaded"));
        }
        return found;
    }

    private static String checked(String text) {
        String clean = EspeakText.of(text);
        if (clean.length() > MAX_CHARACTERS) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "espeak-ng speaks at most %d characters at once, found %d"
                            .formatted(MAX_CHARACTERS, clean.length()));
        }
        return clean;
    }

    private static int wordsPerMinute(double rate) {
        return Math.clamp(Math.round(NORMAL_WORDS_PER_MINUTE * rate), MIN_WORDS_PER_MINUTE, MAX_WORDS_PER_MINUTE);
    }

    /**
     * The pitch on espeak-ng's scale, which runs from half (0) over the voice's own (50) to double (99), linear in
     * octaves.
     */
    private static int pitchValue(double pitch) {
        double octaves = Math.log(Math.clamp(pitch, 0.5, 2.0)) / Math.log(2);
        return Math.clamp(Math.round(50 + 50 * octaves), 0, 99);
    }

    /** Loads the library on first use. */
    private static final class Shared {
        static final Espeak ESPEAK = new Espeak();
    }
}
