package avatar.phonetics.speech;

/** The gender of a voice, as its maker describes it. */
public enum Gender {
    FEMALE,
    MALE
}
