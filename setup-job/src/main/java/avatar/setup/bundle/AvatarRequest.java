package avatar.setup.bundle;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What somebody wants made.
 *
 * @param id of the avatar
 * @param folder of all avatars
 * @param frame the reference frame; by default the middle one
 * @param maxSeconds of the video that are used
 * @param force make it again although it is there
 */
public record AvatarRequest(Path video, String id, Path folder, OptionalInt frame, double maxSeconds, boolean force) {

    /** What a bundle's manifest must say for it to be the one that is wanted. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("frame", frame.isPresent() ? Integer.toString(frame.getAsInt()) : "middle");
        settings.put("maxSeconds", Double.toString(maxSeconds));
        settings.put("setupVersion", Integer.toString(AvatarMaker.VERSION));
        return settings;
    }
}
