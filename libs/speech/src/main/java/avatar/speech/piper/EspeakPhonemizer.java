package avatar.speech.piper;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.IpaClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@link Phonemizer} with this machine's {@link Espeak}. */
record EspeakPhonemizer(Espeak espeak) implements Phonemizer {

    @Override
    public @Nullable String missing(String espeakVoice) {
        return espeak.missing()
                .orElseGet(() -> espeak.voiceFor(espeakVoice).isPresent()
                        ? null
                        : "espeak-ng has no voice '%s', which the pronunciation needs".formatted(espeakVoice));
    }

    @Override
    public List<IpaClause> phonemes(String espeakVoice, String text) {
        return espeak.voiceFor(espeakVoice)
                .map(voice -> espeak.phonemes(voice, text))
                .orElseThrow(
                        () -> new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, String.valueOf(missing(espeakVoice))));
    }
}
