package avatar.setup.harvest;

import avatar.setup.warp.OpenMouth;

/**
 * A mouth taken from a video.
 *
 * @param frame of the video
 * @param distance of its shape from the one that was wanted, in eye distances ({@link LipShape#distanceTo})
 */
public record Harvested(OpenMouth mouth, int frame, double distance) {}
