package avatar.faces.presenter;

/**
 * The expression of eyes and brows, relative to the head.
 *
 * @param gazeX of the irises, in pixels to the viewer's right
 * @param gazeY of the irises, in pixels down
 * @param browY of both brows, in pixels down
 */
record Expression(Lids lids, double gazeX, double gazeY, double browY) {}
