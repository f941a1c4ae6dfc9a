package avatar.cli.local;

import avatar.cli.command.CliException;
import avatar.compositor.jpeg.JpegFormat;
import avatar.compositor.library.Bundles;
import avatar.compositor.library.LoadedAvatar;
import avatar.compositor.render.RenderConfig;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.problem.AvatarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The avatars in a folder. */
public final class LocalAvatars {

    /** Of mouths that were seen before: enough for those of one speech. */
    private static final long MOUTHS_BYTES = 64L << 20;

    private LocalAvatars() {}

    /** All of them by their ids, those that are not whole included; none if there is no such folder. */
    public static List<ListedAvatar> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(LocalAvatars::isAvatar)
                    .sorted()
                    .map(LocalAvatars::listed)
                    .toList();
        } catch (IOException e) {
            throw new CliException("The avatars in %s can't be listed: %s".formatted(folder, e), e);
        }
    }

    /**
     * Brings an avatar into memory, as the compositor does.
     *
     * @throws AvatarException if it is not whole
     */
    public static LoadedAvatar load(Path folder, String id) {
        RenderConfig config = new Settings(Map.of()).of(RenderConfig.class);
        JpegFormat format = new JpegFormat(config.quality(), config.chroma());
        return new LoadedAvatar(new Bundles(folder, format).load(id), config.strength(), MOUTHS_BYTES);
    }

    /** Hidden ones are growing, or were left behind. */
    private static boolean isAvatar(Path entry) {
        return Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".");
    }

    private static ListedAvatar listed(Path folder) {
        String id = folder.getFileName().toString();
        try {
            AvatarManifest manifest = AvatarBundle.open(folder).manifest();
            return new ListedAvatar(
                    id,
                    true,
                    null,
                    manifest.width(),
                    manifest.height(),
                    manifest.fps(),
                    manifest.frameCount(),
                    manifest.engine(),
                    manifest.source().file());
        } catch (AvatarException e) {
            return ListedAvatar.broken(id, String.valueOf(e.getMessage()));
        }
    }
}
