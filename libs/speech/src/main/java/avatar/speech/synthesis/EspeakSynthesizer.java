package avatar.speech.synthesis;

import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.EspeakVoice;
import avatar.speech.synthesis.Voice.Gender;
import java.util.List;
import java.util.Optional;

/**
 * Voices in a hundred languages with {@link Espeak}. If it is not installed, one unavailable voice is listed, with
 * what to install.
 */
public final class EspeakSynthesizer implements SpeechSynthesizer {

    private static final String PREFIX = "espeak-";

    /** The listed voice if espeak-ng is not installed. */
    private static final Voice ENGLISH =
            new Voice(PREFIX + "en-us", "English (America)", "en-US", Gender.MALE, "espeak", true, null);

    private final Espeak espeak;

    public EspeakSynthesizer(Espeak espeak) {
        this.espeak = espeak;
    }

    @Override
    public List<Voice> voices() {
        return espeak.missing()
                .map(reason -> List.of(ENGLISH.unavailable(reason)))
                .orElseGet(() -> espeak.voices().stream()
                        .map(EspeakSynthesizer::described)
                        .toList());
    }

    @Override
    public Optional<Voice> voice(String id) {
        if (espeak.missing().isPresent()) {
            return SpeechSynthesizer.super.voice(id);
        }
        return find(id).map(EspeakSynthesizer::described);
    }

    /** Always true: espeak-ng reads foreign text letter by letter, or in the language of its script. */
    @Override
    public boolean canSpeak(String voiceId, String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        EspeakVoice voice = find(voiceId)
                .orElseThrow(() -> new IllegalArgumentException("espeak-ng has no voice '%s'".formatted(voiceId)));
        return SpokenClause.of(espeak.speak(voice, text, prosody.rate(), prosody.pitch()));
    }

    private Optional<EspeakVoice> find(String id) {
        return id.startsWith(PREFIX)
                ? espeak.voice(id.substring(PREFIX.length()))
                        .filter(voice -> id(voice).equals(id))
                : Optional.empty();
    }

    private static Voice described(EspeakVoice voice) {
        return new Voice(
                id(voice),
                voice.name(),
                voice.language(),
                Gender.valueOf(voice.gender().name()),
                "espeak",
                true,
                null);
    }

    private static String id(EspeakVoice voice) {
        return PREFIX + voice.id();
    }
}
