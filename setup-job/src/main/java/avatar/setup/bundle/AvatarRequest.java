package avatar.setup.bundle;

import java.nio.file.Path;

/**
 * What somebody wants made.
 *
 * @param source a video, or a picture
 * @param id of the avatar
 * @param folder of all avatars
 * @param force make it again although it is there
 */
public record AvatarRequest(Path source, String id, Path folder, AvatarSettings settings, boolean force) {

    Path target() {
        return folder.resolve(id);
    }

    /** What takes long to make is kept there until the avatar is whole. */
    Path work() {
        return folder.resolve("." + id + ".rendered");
    }
}
