package avatar.speech.piper;

import avatar.speech.synthesis.Voice;
import avatar.speech.synthesis.Voice.Gender;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A voice of the folder.
 *
 * @param model its file
 * @param settings null if the voice can't be used, for the reason in its description
 */
record PiperVoice(Path model, Voice description, @Nullable VoiceParameters settings) {

    static final String PREFIX = "piper-";
    static final String MODEL = ".onnx";

    private static final String UNKNOWN_LANGUAGE = "und";

    /** Reads the voice of a model; if its files are incomplete or invalid, the voice is unavailable. */
    static PiperVoice of(Path model, Phonemizer phonemizer) {
        String file = model.getFileName().toString();
        String stem = file.substring(0, file.length() - MODEL.length());
        Voice voice = new Voice(PREFIX + stem, stem, UNKNOWN_LANGUAGE, Gender.UNKNOWN, "piper", true, null);
        try {
            VoiceJson json = VoiceJson.read(model.resolveSibling(file + ".json"));
            voice = new Voice(PREFIX + stem, json.name(stem), json.language(), Gender.UNKNOWN, "piper", true, null);
            VoiceParameters settings = json.settings();
            VoiceModel.check(model);
            String missing = phonemizer.missing(settings.espeakVoice());
            return missing == null ? new PiperVoice(model, voice, settings) : unusable(model, voice, missing);
        } catch (IllegalArgumentException e) {
            return unusable(model, voice, String.valueOf(e.getMessage()));
        }
    }

    private static PiperVoice unusable(Path model, Voice voice, String reason) {
        return new PiperVoice(model, voice.unavailable("%s can't be used: %s".formatted(voice.id(), reason)), null);
    }
}
