package avatar.media;

/**
 * A stream of a file.
 *
 * @param codec FFmpeg's name of it
 * @param isAllowed whether a decoder on the list reads it
 * @param width of its pictures in pixels, as stored; 0 of sound
 */
public record MediaStream(Kind kind, String codec, boolean isAllowed, int width, int height) {

    /** The name of a codec that even FFmpeg does not know, such as that of a file which lost its headers. */
    public static final String UNKNOWN = "none";

    public enum Kind {
        PICTURES,
        /** A single picture beside the sound or the pictures. */
        COVER,
        SOUND,
        OTHER
    }
}
