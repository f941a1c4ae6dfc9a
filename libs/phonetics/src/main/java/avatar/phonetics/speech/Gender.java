package avatar.phonetics.speech;

/** How a voice sounds, as its maker says. */
public enum Gender {
    FEMALE,
    MALE
}
