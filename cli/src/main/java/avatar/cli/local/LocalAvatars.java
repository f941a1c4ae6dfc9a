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

    /** The cache of composed mouths: enough for one speech. */
    private static final long MOUTHS_BYTES = 64L << 20;

    private LocalAvatars() {}

    /** All avatars in the order of their ids, incomplete ones included; none if the folder is absent. */
    public static List<AvatarSummary> in(Path folder) {
        AvatarFolder avatars = new AvatarFolder(folder);
        return avatars.ids().stream().map(id -> listed(id, avatars.bundle(id))).toList();
    }

    /**
     * Loads an avatar with the settings of this process.
     *
     * @throws AvatarException if it is incomplete
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
