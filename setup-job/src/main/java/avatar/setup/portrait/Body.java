package avatar.setup.portrait;

import avatar.faces.face.Face;
import avatar.faces.face.Point;

/**
 * Weights of the movements in a portrait: the head moves as one piece, neck and hair partly with it, the shoulders with
 * the breath, and nothing at the edges of the picture.
 */
final class Body {

    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;
    private static final int NOSE = 4;
    private static final int RIGHT_CHEEK = 234;
    private static final int LEFT_CHEEK = 454;

    /** The head with its hair, in heights and widths of the face. */
    private static final double HEAD_HALF_HEIGHT = 0.78;

    private static final double HEAD_HALF_WIDTH = 0.72;
    private static final double HEAD_ABOVE_FACE = 0.14;

    /** Radius, in radii of the head, at which the head's movement has faded to nothing. */
    private static final double REACH = 2.3;

    private static final double NECK = 0.55;
    private static final double CHEST_WIDENS = 0.25;

    /** Width of the margin in which movements fade, as a part of the picture's shorter side. */
    private static final double EDGE = 0.14;

    private final int width;
    private final int height;
    private final double eyeDistance;
    private final Point faceMiddle;
    private final Point nose;
    private final Point headMiddle;
    private final Point neck;
    private final double chinY;
    private final double faceHeight;
    private final double faceWidth;

    /** @param width of the picture; {@code height} too */
    Body(Face face, int width, int height) {
        this.width = width;
        this.height = height;
        this.eyeDistance = face.eyeDistance();
        Point forehead = face.at(FOREHEAD);
        Point chin = face.at(CHIN);
        Point down = chin.minus(forehead);
        this.faceHeight = forehead.distanceTo(chin);
        this.faceWidth = face.at(RIGHT_CHEEK).distanceTo(face.at(LEFT_CHEEK));
        this.faceMiddle = forehead.plus(chin).times(0.5);
        this.nose = face.at(NOSE);
        this.headMiddle = faceMiddle.minus(down.times(HEAD_ABOVE_FACE));
        this.neck = chin.plus(down.times(NECK));
        this.chinY = chin.y();
    }

    /** Weights of the movements at one place, each 0 to 1. */
    record Shares(Point place, double head, double dome, double breath) {}

    Shares sharesAt(Point place) {
        double edge = edge(place);
        return new Shares(place, edge * head(place), edge * dome(place), edge * breath(place));
    }

    private double head(Point place) {
        double radius = Math.hypot(
                (place.x() - headMiddle.x()) / (HEAD_HALF_WIDTH * faceWidth),
                (place.y() - headMiddle.y()) / (HEAD_HALF_HEIGHT * faceHeight));
        return 1 - smootherstep((radius - 1) / (REACH - 1));
    }

    /** The middle of the face is closest to the camera, so it moves most when the head turns. */
    private double dome(Point place) {
        double radius = Math.hypot(
                (place.x() - nose.x()) / (0.75 * faceWidth), (place.y() - faceMiddle.y()) / (0.8 * faceHeight));
        double height = Math.max(0, 1 - radius * radius);
        return height * height;
    }

    private double breath(Point place) {
        return smootherstep((place.y() - chinY) / (0.6 * faceHeight));
    }

    private double edge(Point place) {
        double reach = EDGE * Math.min(width, height);
        double toSides = Math.min(place.x(), width - place.x());
        double toEnds = Math.min(place.y(), height - place.y());
        return smootherstep(toSides / reach) * smootherstep(toEnds / reach);
    }

    /** The source of the colour of a place, relative to that place, in pixels. */
    Point sourceOf(Shares shares, Sway sway) {
        Point place = shares.place();
        // The inverse of the head's movement: first its shift, then its rotation about the neck, then its scale.
        double x = place.x() - neck.x() - sway.x() * eyeDistance;
        double y = place.y() - neck.y() - sway.y() * eyeDistance;
        double scale = 1 / (1 + sway.growth());
        double cos = Math.cos(sway.roll()) * scale;
        double sin = Math.sin(sway.roll()) * scale;
        double headX = cos * x + sin * y + neck.x() - place.x();
        double headY = cos * y - sin * x + neck.y() - place.y();
        double widening = CHEST_WIDENS * sway.breath() * (place.x() - neck.x());
        return new Point(
                shares.head() * headX - shares.dome() * sway.yaw() * eyeDistance - shares.breath() * widening,
                shares.head() * headY
                        - shares.dome() * sway.pitch() * eyeDistance
                        + shares.breath() * (1 - shares.head()) * sway.breath() * eyeDistance);
    }

    /** Like smoothstep, but its second derivative is continuous too, which slow movements need. */
    private static double smootherstep(double t) {
        double s = Math.clamp(t, 0, 1);
        return s * s * s * (s * (6 * s - 15) + 10);
    }
}
