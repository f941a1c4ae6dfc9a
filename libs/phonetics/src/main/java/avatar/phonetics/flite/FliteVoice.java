package avatar.phonetics.flite;

import avatar.phonetics.speech.Gender;
import java.util.Locale;

/** A voice of flite. Each is a system library. */
public enum FliteVoice {
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

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** BCP 47. */
    public String language() {
        return language;
    }

    public Gender gender() {
        return gender;
    }

    String library() {
        return "libflite_cmu_us_%s.so.1".formatted(label());
    }

    /** The function that registers the voice. */
    String register() {
        return "register_cmu_us_" + label();
    }
}
