package avatar.tts.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.synthesis.Prosody;
import avatar.tts.text.Passage;
import avatar.tts.text.SpeakableText;
import avatar.tts.text.Ssml;
import avatar.tts.voices.Voices;
import jakarta.inject.Singleton;
import java.util.List;

/** What can be spoken: the same rules for those who ask and for the workers. */
@Singleton
public final class SpeechRules {

    private final Voices voices;
    private final int maxCharacters;

    public SpeechRules(Voices voices, SpeechConfig config) {
        this.voices = voices;
        this.maxCharacters = config.maxCharacters();
    }

    /**
     * What is to be spoken one after another, cleaned of what can't be, if all of it can be done.
     *
     * @throws AvatarException saying what can't
     */
    public List<Passage> speakable(SpeechRequest request) {
        requireShort(request.text());
        List<Passage> passages = passages(request);
        if (passages.stream().noneMatch(passage -> SpeakableText.hasSpeech(passage.text()))) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT, "There is nothing to speak: expected a letter or a digit in the text");
        }
        requireInRange("Rate", request.rate(), ErrorCode.INVALID_RATE);
        requireInRange("Pitch", request.pitch(), ErrorCode.INVALID_PITCH);
        String language = voices.require(request.voice()).language();
        if (passages.stream().noneMatch(passage -> voices.canSpeak(request.voice(), passage.text()))) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT,
                    "Voice '%s' (%s) has no sound for anything in the text".formatted(request.voice(), language));
        }
        return passages;
    }

    private List<Passage> passages(SpeechRequest request) {
        List<Passage> passages = request.ssml() ? Ssml.parse(request.text()) : List.of(Passage.plain(request.text()));
        return passages.stream()
                .map(passage -> passage.withText(SpeakableText.clean(passage.text())))
                .toList();
    }

    private void requireShort(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > maxCharacters) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "The text has %d characters; at most %d are spoken at once".formatted(length, maxCharacters));
        }
    }

    private static void requireInRange(String name, double value, ErrorCode code) {
        // Written so that NaN, which is neither, is refused too.
        if (!(value >= Prosody.LEAST && value <= Prosody.MOST)) {
            throw new AvatarException(
                    code,
                    "%s %s is out of range; expected %s to %s".formatted(name, value, Prosody.LEAST, Prosody.MOST));
        }
    }
}
