package avatar.faces.presenter;

/**
 * How the presenter sits at one moment, against the drawing; the mouth is always shut.
 *
 * @param breath how far the shoulders are raised, in pixels
 * @param swayX of the head, in pixels to the viewer's right
 * @param swayY of the head, in pixels down, besides the breath
 * @param tiltDegrees of the head about the base of the neck, clockwise
 */
record Pose(double breath, double swayX, double swayY, double tiltDegrees, Expression expression) {}
