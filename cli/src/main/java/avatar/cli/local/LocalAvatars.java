package avatar.cli.local;

import avatar.contract.api.AvatarSummary;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.pictures.frame.FrameSettings;
import avatar.pictures.library.Bundles;
import avatar.pictures.library.LoadedAvatar;
import java.nio.file.Path;
import java.util.List;

/** The avatars in a folder. */
public final class LocalAvatars {

    /** Of mouths that were seen before: enough for those of one speech. */
    private static final long MOUTHS_BYTES = 64L << 20;

    private LocalAvatars() {}

    /** All of them by their ids, those that are not whole included; none if there is no such folder. */
    public static List<AvatarSummary> in(Path folder) {
        AvatarFolder avatars = new AvatarFolder(folder);
        return avatars.ids().stream().map(id -> listed(id, avatars.bundle(id))).toList();
    }

    /**
     * Brings an avatar into memory, as the compositor does.
     *
     * @throws AvatarException if it is not whole
     */
    public static LoadedAvatar load(Path folder, String id) {
        FrameSettings settings = Settings.ofProcess().frames();
        Bundles bundles = new Bundles(new AvatarFolder(folder), settings.format());
        return new LoadedAvatar(bundles.load(id), settings.strength(), MOUTHS_BYTES);
    }

    private static AvatarSummary listed(String id, Path bundle) {
        try {
            return AvatarSummary.complete(id, AvatarBundle.open(bundle).manifest());
        } catch (AvatarException e) {
            return AvatarSummary.broken(id, String.valueOf(e.getMessage()));
        }
    }
}
