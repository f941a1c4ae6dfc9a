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
 * More than a hundred languages through espeak-ng 1.51, a library of the system (Debian: {@code libespeak-ng1} with {@code
 * espeak-ng-data}), with the time of every phoneme and word; and text to IPA. Anyone may call it; the library is in a
 * process of its own, because it crashes on some texts, and one thread talks to that.
 */
public final class Espeak {

    /** The longest text that may be spoken at once, in characters: minutes of speech, about a second of work. */
    public static final int MAX_CHARACTERS = 20_000;

    private static final int MIN_WORDS_PER_MINUTE = 80;
    private static final int NORMAL_WORDS_PER_MINUTE = 175;
    private static final int MAX_WORDS_PER_MINUTE = 450;

    /** Half an hour. */
    private static final int MAX_SECONDS = 1_800;

    /** Longer than espeak-ng gets for one text, because others may be ahead of it. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** MBROLA's voices need another program and its data. */
    private static final String MBROLA = "mb/";

    /** Languages that stand for several, by the one that is meant. */
    private static final Map<String, String> SPOKEN = Map.of("zh", "cmn", "no", "nb", "nn", "nb");

    /** A sign that ends a clause, at the end of a text or up to two characters before it. */
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

    /** Why nothing can be spoken here, and what to install; empty if it can. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    /** The voices by their ids; none if the library is missing. */
    public List<EspeakVoice> voices() {
        return List.copyOf(voices.values());
    }

    /** The voice of that id. */
    public Optional<EspeakVoice> voice(String id) {
        return Optional.ofNullable(voices.get(id.toLowerCase(Locale.ROOT)));
    }

    /**
     * The voice that speaks a language best.
     *
     * @param language BCP 47; its region is dropped if there is no voice of it
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

    /** The file that is named after a language is the one that espeak-ng means by it. */
    private Optional<EspeakVoice> speaking(String language) {
        return voices.values().stream()
                .filter(voice -> voice.file().endsWith("/" + language))
                .findFirst();
    }

    /**
     * Says {@code text}. Phonemes are IPA between slashes; a diphthong without a viseme of its own is two.
     *
     * @param rate 1.0 is 175 words per minute; held within 80 to 450
     * @param pitch 1.0 is the voice's own, 2.0 an octave higher; held within 0.5 to 2.0
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
                    "espeak-ng was stopped after too much work or %d s of speech".formatted(MAX_SECONDS));
        }
        return new TimedEvents(synthesis, sampleRateHz, clean).speech();
    }

    /**
     * How {@code text} is pronounced, clause by clause, untimed: IPA with stress marks.
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

    /** The sign that ends a clause: espeak-ng has read it, the space behind it and a sign or two more. */
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
                    "libespeak-ng.so.1 can't be loaded (%s); on Debian and Ubuntu it is in packages libespeak-ng1 and espeak-ng-data"
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
                    "espeak-ng says at most %d characters at once, found %d".formatted(MAX_CHARACTERS, clean.length()));
        }
        return clean;
    }

    private static int wordsPerMinute(double rate) {
        return Math.clamp(Math.round(NORMAL_WORDS_PER_MINUTE * rate), MIN_WORDS_PER_MINUTE, MAX_WORDS_PER_MINUTE);
    }

    /** espeak-ng's table of pitches runs from half (0) over the voice's own (50) to twice (99), evenly in octaves. */
    private static int pitchValue(double pitch) {
        double octaves = Math.log(Math.clamp(pitch, 0.5, 2.0)) / Math.log(2);
        return Math.clamp(Math.round(50 + 50 * octaves), 0, 99);
    }

    /** Loads the library when it is first asked for. */
    private static final class Shared {
        static final Espeak ESPEAK = new Espeak();
    }
}
