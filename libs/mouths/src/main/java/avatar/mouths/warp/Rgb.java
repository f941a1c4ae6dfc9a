package avatar.mouths.warp;

/** A colour, each part 0..255. */
public record Rgb(double red, double green, double blue) {

    public static Rgb grey(double value) {
        return new Rgb(value, value, value);
    }

    public Rgb times(double factor) {
        return new Rgb(red * factor, green * factor, blue * factor);
    }

    /** The mix of this colour with {@code share} of another. */
    public Rgb mix(Rgb other, double share) {
        return new Rgb(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    /** Brightness, 0..255 (ITU-R BT.601). */
    public double luma() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
