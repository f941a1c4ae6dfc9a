package avatar.sadtalker.pipeline;

/** A place in a picture, in pixels, from its top left corner. */
public record Place(double x, double y) {

    Place plus(Place other) {
        return new Place(x + other.x, y + other.y);
    }

    Place minus(Place other) {
        return new Place(x - other.x, y - other.y);
    }

    Place times(double factor) {
        return new Place(x * factor, y * factor);
    }

    double length() {
        return Math.hypot(x, y);
    }

    static Place middle(Place a, Place b) {
        return a.plus(b).times(0.5);
    }
}
