package avatar.mouths.harvest;

import java.util.List;

/**
 * A mouth in the video.
 *
 * @param cutting the part of the frame around it
 * @param gain of red, green and blue relative to the reference frame
 * @param distance of its shape from the wanted one
 * @param sharpness by {@link MouthSharpness}
 */
record Take(int frame, Cutting cutting, List<Double> gain, double distance, double sharpness) {}
