package avatar.pictures.avatar;

import avatar.pictures.jpeg.SegmentedJpeg;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the base video, as it is sent when nobody speaks, and what is needed to put a mouth on it.
 *
 * @param zone where a mouth can be put; null where the mouth is out of the picture
 */
public record BaseFrame(SegmentedJpeg jpeg, @Nullable MouthZone zone) {

    int bytesHeld() {
        return jpeg.bytes().length + (zone == null ? 0 : zone.pixels().length);
    }
}
