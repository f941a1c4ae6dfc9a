package avatar.setup.bundle;

import java.nio.file.Path;

/**
 * A request for an avatar.
 *
 * @param source a video, or a picture
 * @param id of the avatar
 * @param folder of all avatars
 * @param force whether an existing avatar is made again
 */
public record AvatarRequest(Path source, String id, Path folder, AvatarSettings settings, boolean force) {

    Path target() {
        return folder.resolve(id);
    }

    /** The folder for intermediate results that take long to make; deleted when the avatar is complete. */
    Path work() {
        return folder.resolve("." + id + ".rendered");
    }
}
