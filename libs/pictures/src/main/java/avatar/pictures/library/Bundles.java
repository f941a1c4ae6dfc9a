package avatar.pictures.library;

import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.AvatarLoader;
import avatar.pictures.jpeg.JpegFormat;

/** Loads avatars from their folder. */
public final class Bundles implements AvatarLibrary.Source {

    private static final System.Logger LOG = System.getLogger(Bundles.class.getName());

    private final AvatarFolder folder;
    private final JpegFormat format;

    /** @param format of the frames of loaded avatars */
    public Bundles(AvatarFolder folder, JpegFormat format) {
        this.folder = folder;
        this.format = format;
    }

    @Override
    public String edition(String id) {
        return folder.edition(id);
    }

    /**
     * Loads an avatar; takes seconds.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_AVATAR_ID}; {@link ErrorCode#INVALID_BUNDLE}, naming the
     *     file and what is wrong with it
     */
    @Override
    public Avatar load(String id) {
        long begun = System.nanoTime();
        Avatar avatar = AvatarLoader.load(folder.bundle(id), format);
        LOG.log(
                System.Logger.Level.INFO,
                "Avatar loaded avatar=%s frames=%d size=%dx%d fps=%s durationMs=%d heldMb=%d"
                        .formatted(
                                id,
                                avatar.frames().size(),
                                avatar.width(),
                                avatar.height(),
                                avatar.fps(),
                                (System.nanoTime() - begun) / 1_000_000,
                                avatar.bytesHeld() >> 20));
        return avatar;
    }
}
