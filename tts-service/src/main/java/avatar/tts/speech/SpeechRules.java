package avatar.tts.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.tts.synthesis.Voices;
import avatar.tts.text.SpeakableText;
import jakarta.inject.Singleton;

/** What can be spoken: the same rules for those who ask and for the workers. */
@Singleton
public final class SpeechRules {

    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 2.0;

    private final Voices voices;
    private final int maxCharacters;

    public SpeechRules(Voices voices, SpeechConfig config) {
        this.voices = voices;
        this.maxCharacters = config.maxCharacters();
    }

    /**
     * The text as it is to be spoken, if all of it can be done.
     *
     * @throws AvatarException saying what can't
     */
    public String speakable(String text, String voice, double rate) {
        int length = text.codePointCount(0, text.length());
        if (length > maxCharacters) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "The text has %d characters; at most %d are spoken at once".formatted(length, maxCharacters));
        }
        String clean = SpeakableText.clean(text);
        if (!SpeakableText.hasSpeech(clean)) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT, "There is nothing to speak: expected a letter or a digit in the text");
        }
        // Written so that NaN, which is neither, is refused too.
        if (!(rate >= SLOWEST && rate <= FASTEST)) {
            throw new AvatarException(
                    ErrorCode.INVALID_RATE,
                    "Rate %s is out of range; expected %s to %s".formatted(rate, SLOWEST, FASTEST));
        }
        String language = voices.require(voice).language();
        if (!voices.canSpeak(voice, clean)) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT,
                    "Voice '%s' (%s) has no sound for anything in the text".formatted(voice, language));
        }
        return clean;
    }
}
