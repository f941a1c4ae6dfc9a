package avatar.mouths.warp;

import avatar.faces.face.Face;
import avatar.faces.face.Point;

/**
 * Face coordinates: origin in the middle between the corners of the mouth, x towards the left corner of the mouth
 * (right in the picture), y down, unit the distance of the outer eye corners.
 *
 * @param cos and {@code sin}: direction of x in the picture
 * @param unit in pixels
 */
record FaceFrame(Point origin, double cos, double sin, double unit) {

    static FaceFrame of(Face face) {
        Point right = face.at(Face.RIGHT_MOUTH_CORNER);
        Point left = face.at(Face.LEFT_MOUTH_CORNER);
        double width = right.distanceTo(left);
        Point direction = left.minus(right).times(1 / width);
        return new FaceFrame(right.plus(left).times(0.5), direction.x(), direction.y(), face.eyeDistance());
    }

    FaceFrame moved(double right, double down) {
        return new FaceFrame(origin.plus(new Point(right, down)), cos, sin, unit);
    }

    Point toFace(Point picture) {
        Point p = picture.minus(origin);
        return new Point((cos * p.x() + sin * p.y()) / unit, (cos * p.y() - sin * p.x()) / unit);
    }

    Point toPicture(Point face) {
        return new Point(
                origin.x() + unit * (cos * face.x() - sin * face.y()),
                origin.y() + unit * (sin * face.x() + cos * face.y()));
    }
}
