package avatar.contract.bundle;

/** A rectangle in pixels; {@code x} and {@code y} are its top left corner. */
public record PixelBox(int x, int y, int width, int height) {}
