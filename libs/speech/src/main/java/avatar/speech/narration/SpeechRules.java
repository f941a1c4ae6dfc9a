package avatar.speech.narration;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Passage;
import avatar.contract.speech.SpeechRequest;
import avatar.speech.synthesis.Prosody;
import avatar.speech.text.SpeakableText;
import avatar.speech.text.Ssml;
import avatar.speech.voices.Voices;
import java.util.List;

/** The rules for texts that can be spoken, the same for the HTTP API and the workers. */
public final class SpeechRules {

    /** BCP 47, 4.4.1: no language needs more. */
    private static final int LONGEST_TAG = 35;

    private final Voices voices;
    private final int maxCharacters;

    public SpeechRules(Voices voices, int maxCharacters) {
        this.voices = voices;
        this.maxCharacters = maxCharacters;
    }

    /**
     * The cleaned passages of a request, if all of it can be spoken.
     *
     * @throws AvatarException with the reason why it can't
     */
    public List<Passage> speakable(SpeechRequest request) {
        requireShort(request.text());
        List<Passage> passages = passages(request);
        if (passages.stream().noneMatch(passage -> SpeakableText.hasSpeech(passage.text()))) {
            throw nothingToSpeak();
        }
        requireInRange("Rate", request.rate(), ErrorCode.INVALID_RATE);
        requireInRange("Pitch", request.pitch(), ErrorCode.INVALID_PITCH);
        String language = voices.require(request.voice()).language();
        if (passages.stream().noneMatch(passage -> voices.canSpeak(request.voice(), passage.text()))) {
            throw new AvatarException(
                    ErrorCode.INVALID_TEXT,
                    "Voice '%s' (%s) can't pronounce anything in the text; choose a voice of the text's language"
                            .formatted(request.voice(), language));
        }
        return passages;
    }

    /**
     * The cleaned text of a recording, if it can be aligned with the recording.
     *
     * @throws AvatarException with the reason why it can't
     */
    public String recordable(String text, String language) {
        requireShort(text);
        String clean = SpeakableText.clean(text);
        if (!SpeakableText.hasSpeech(clean)) {
            throw nothingToSpeak();
        }
        if (!voices.speaksLocally(language)) {
            throw new AvatarException(
                    ErrorCode.UNKNOWN_VOICE,
                    "No voice of this machine speaks '%s'; GET /api/v1/voices lists their languages"
                            .formatted(language.length() <= LONGEST_TAG ? language : "…"));
        }
        return clean;
    }

    private static AvatarException nothingToSpeak() {
        return new AvatarException(
                ErrorCode.INVALID_TEXT, "There is nothing to speak: expected a letter or a digit in the text");
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
                    "Text too long: found %d characters, expected at most %d".formatted(length, maxCharacters));
        }
    }

    private static void requireInRange(String name, double value, ErrorCode code) {
        // Written so that NaN is refused too.
        if (!(value >= Prosody.LEAST && value <= Prosody.MOST)) {
            throw new AvatarException(
                    code,
                    "Invalid %s: found %s, expected %s to %s".formatted(name, value, Prosody.LEAST, Prosody.MOST));
        }
    }
}
