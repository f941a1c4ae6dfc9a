package avatar.faces.presenter;

/**
 * The pose of the presenter at one moment, relative to the drawing; the mouth is always shut.
 *
 * @param breath height of the shoulders, in pixels
 * @param swayX of the head, in pixels to the viewer's right
 * @param swayY of the head, in pixels down, besides the breath
 * @param tiltDegrees of the head about the base of the neck, clockwise
 */
record Pose(double breath, double swayX, double swayY, double tiltDegrees, Expression expression) {}
