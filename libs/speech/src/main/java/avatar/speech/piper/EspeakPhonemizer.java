package avatar.speech.piper;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.IpaClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Espeak} as it is on this machine. */
record EspeakPhonemizer(Espeak espeak) implements Phonemizer {

    @Override
    public @Nullable String missing(String espeakVoice) {
        return espeak.missing()
                .orElseGet(() -> espeak.voiceFor(espeakVoice).isPresent()
                        ? null
                        : "espeak-ng has no voice '%s', which says how its words are pronounced"
                                .formatted(espeakVoice));
    }

    @Override
    public List<IpaClause> phonemes(String espeakVoice, String text) {
        return espeak.voiceFor(espeakVoice)
                .map(voice -> espeak.phonemes(voice, text))
                .orElseThrow(
                        () -> new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, String.valueOf(missing(espeakVoice))));
    }
}
