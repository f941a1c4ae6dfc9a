package avatar.setup.bundle;

import avatar.faces.video.VideoWork;
import java.nio.file.Path;

/**
 * A request for an avatar.
 *
 * @param source a video, or a picture
 * @param id of the avatar
 * @param folder of all avatars
 * @param force whether an existing avatar is made again
 * @param reading how much of a video is read at most
 */
public record AvatarRequest(
        Path source, String id, Path folder, AvatarSettings settings, boolean force, VideoWork reading) {

    /** A request of the operator of this machine, who may use it for as long as they like. */
    public AvatarRequest(Path source, String id, Path folder, AvatarSettings settings, boolean force) {
        this(source, id, folder, settings, force, VideoWork.ANY);
    }

    Path target() {
        return folder.resolve(id);
    }

    /** The folder for intermediate results that take long to make; deleted when the avatar is complete. */
    Path work() {
        return folder.resolve("." + id + ".rendered");
    }
}
