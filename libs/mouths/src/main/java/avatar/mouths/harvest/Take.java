package avatar.mouths.harvest;

import java.util.List;

/**
 * A mouth as it was filmed.
 *
 * @param cutting around it, of the frame
 * @param gain of red, green and blue against the reference frame
 * @param distance of its shape from the one that is wanted
 * @param sharpness as {@link MouthSharpness} has it
 */
record Take(int frame, Cutting cutting, List<Double> gain, double distance, double sharpness) {}
