package avatar.compositor.stream;

import java.util.List;

/**
 * A size and quality in which a channel is watched.
 *
 * @param width in pixels; 0 for the avatar's own
 * @param quality of the JPEGs; {@link #FULL_QUALITY} for the channel's own
 */
record Variant(int width, int quality) {

    static final int FULL_QUALITY = 80;

    /** Few, because each is encoded by itself. */
    static final List<Integer> WIDTHS = List.of(160, 320, 480, 640, 960, 1280);

    static final List<Integer> QUALITIES = List.of(30, 40, 50, 60, 70, FULL_QUALITY);

    /** The channel as it is. */
    static final Variant NONE = new Variant(0, FULL_QUALITY);

    /** This variant of a picture of that width. */
    Variant of(int sourceWidth) {
        return width == sourceWidth ? new Variant(0, quality) : this;
    }
}
