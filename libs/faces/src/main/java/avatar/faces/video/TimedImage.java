package avatar.faces.video;

/**
 * A picture and when it is first shown.
 *
 * @param seconds from the first picture of the video
 */
record TimedImage(double seconds, BgrImage image) {}
