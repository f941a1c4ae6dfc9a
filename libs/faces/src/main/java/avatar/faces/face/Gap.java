package avatar.faces.face;

/**
 * Consecutive pictures in which the face was not found.
 *
 * @param first index of the first one
 * @param end index after the last one
 */
public record Gap(int first, int end) {

    /** Length in pictures. */
    public int length() {
        return end - first;
    }

    boolean contains(int index) {
        return index >= first && index < end;
    }
}
