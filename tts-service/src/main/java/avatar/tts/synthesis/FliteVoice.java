package avatar.tts.synthesis;

import avatar.tts.synthesis.Voice.Gender;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A voice of flite: each is a library of its own. */
enum FliteVoice {
    SLT("SLT, American English", "en-US", Gender.FEMALE),
    RMS("RMS, American English", "en-US", Gender.MALE),
    AWB("AWB, Scottish English", "en-GB", Gender.MALE),
    KAL16("KAL, American English, diphones", "en-US", Gender.MALE);

    private final String title;
    private final String language;
    private final Gender gender;

    FliteVoice(String title, String language, Gender gender) {
        this.title = title;
        this.language = language;
        this.gender = gender;
    }

    static FliteVoice of(String id) {
        return Arrays.stream(values())
                .filter(voice -> voice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flite has no voice '%s'".formatted(id)));
    }

    String id() {
        return "flite-" + label();
    }

    String library() {
        return "libflite_cmu_us_%s.so.1".formatted(label());
    }

    /** The function that makes the voice. */
    String register() {
        return "register_cmu_us_" + label();
    }

    /** The voice as callers see it. */
    Voice described(@Nullable String missing) {
        return new Voice(id(), title, language, gender, "flite", missing == null, missing);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
