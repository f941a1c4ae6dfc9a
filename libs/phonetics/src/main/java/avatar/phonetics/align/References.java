package avatar.phonetics.align;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.EspeakVoice;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Synthesizes the reference sounds of a text with local voices: flite's for English, variants of espeak-ng's for other
 * languages.
 */
final class References {

    /** A diphone voice of recorded speech: it has the sharpest boundaries and is 30 times as fast as the others. */
    private static final List<FliteVoice> ONE = List.of(FliteVoice.KAL16);

    private static final List<FliteVoice> TWO = List.of(FliteVoice.KAL16, FliteVoice.AWB);
    private static final List<FliteVoice> THREE = List.of(FliteVoice.KAL16, FliteVoice.RMS, FliteVoice.AWB);

    /** The length of about two minutes of speech; longer texts use one voice less, to be done in seconds. */
    private static final int LONG_TEXT = 2_000;

    /** Variants of espeak-ng's voices: the voice itself, a female one, and a male one with a longer vocal tract. */
    private static final List<String> VARIANTS = List.of("", "+f2", "+m7");

    private final Flite flite;
    private final Espeak espeak;

    References(Flite flite, Espeak espeak) {
        this.flite = flite;
        this.espeak = espeak;
    }

    /**
     * Synthesizes the text with each voice; all results have the same phonemes.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_TEXT} if the text makes no sound, {@link
     *     ErrorCode#UNKNOWN_VOICE} if no voice speaks the language
     */
    List<Reference> speak(String text, String language, Effort effort) {
        String tag = Locale.forLanguageTag(language).getLanguage();
        List<Reference> references =
                tag.equals("en") && flite.missing(FliteVoice.KAL16).isEmpty()
                        ? english(text, effort)
                        : other(text, language, effort);
        if (references.getFirst().sounds().isEmpty()) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT, "Expected a text with a sound in it, found none to speak");
        }
        List<String> sounds = references.getFirst().symbols();
        return references.stream()
                .filter(reference -> reference.symbols().equals(sounds))
                .toList();
    }

    private List<Reference> english(String text, Effort effort) {
        List<FliteVoice> voices = text.length() > LONG_TEXT ? TWO : THREE;
        return (effort == Effort.QUICK ? ONE : voices)
                .stream()
                        .map(voice -> Reference.of(flite.speak(voice, text, 1)))
                        .toList();
    }

    private List<Reference> other(String text, String language, Effort effort) {
        EspeakVoice voice = espeak.voiceFor(language)
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.UNKNOWN_VOICE,
                        "No local voice speaks language '%s'%s"
                                .formatted(
                                        language,
                                        espeak.missing().map(why -> ": " + why).orElse(""))));
        List<Reference> references = new ArrayList<>();
        for (String variant : effort == Effort.QUICK ? VARIANTS.subList(0, 1) : VARIANTS) {
            TimedSpeech speech = espeak.speak(voice.variant(variant), text, 1, 1);
            references.add(Reference.of(speech));
        }
        return references;
    }
}
