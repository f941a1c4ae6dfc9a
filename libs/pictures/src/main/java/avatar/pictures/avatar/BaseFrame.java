package avatar.pictures.avatar;

import avatar.pictures.jpeg.SegmentedJpeg;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the base video: the JPEG that is sent while no speech is played, and the pixels that a mouth is put on.
 *
 * @param zone around the mouth; null where the mouth is outside the picture
 */
public record BaseFrame(SegmentedJpeg jpeg, @Nullable MouthZone zone) {

    int bytesHeld() {
        return jpeg.bytes().length + (zone == null ? 0 : zone.pixels().length);
    }
}
