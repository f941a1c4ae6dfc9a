package avatar.contract.bundle;

/** A rectangle of whole pixels; {@code x} and {@code y} are its top left one. */
public record PixelBox(int x, int y, int width, int height) {}
