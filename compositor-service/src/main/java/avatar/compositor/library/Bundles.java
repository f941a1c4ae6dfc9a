package avatar.compositor.library;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.AvatarLoader;
import avatar.compositor.jpeg.JpegFormat;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the bundles. */
public final class Bundles {

    private static final System.Logger LOG = System.getLogger(Bundles.class.getName());

    private final Path folder;
    private final JpegFormat format;

    /** @param format in which frames are encoded when an avatar is loaded */
    public Bundles(Path folder, JpegFormat format) {
        this.folder = folder;
        this.format = format;
    }

    /** Whether there is a bundle of that id; an id that could lead out of the folder is none. */
    public boolean contains(String id) {
        return Channels.isValid(id) && Files.isRegularFile(manifestFile(id));
    }

    /** The ids of all bundles, in order. */
    public List<String> ids() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(this::contains)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // none was made yet
        }
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** What a bundle says of itself; empty if there is none of that id, or none that can be read. */
    public Optional<AvatarManifest> manifest(String id) {
        try {
            return contains(id)
                    ? Optional.of(Json.read(Files.readAllBytes(manifestFile(id)), AvatarManifest.class))
                    : Optional.empty();
        } catch (IOException | AvatarException e) {
            return Optional.empty();
        }
    }

    /** Another one for every making of a bundle; empty while there is none. */
    String edition(String id) {
        try {
            BasicFileAttributes file = Files.readAttributes(manifestFile(id), BasicFileAttributes.class);
            return "%s %d %s".formatted(file.lastModifiedTime(), file.size(), file.fileKey());
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Loads an avatar; takes seconds.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE}, naming the file and what is wrong with it
     */
    public Avatar load(String id) {
        if (!Channels.isValid(id)) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "'%s' is no avatar's id".formatted(id));
        }
        long begun = System.nanoTime();
        Avatar avatar = AvatarLoader.load(folder.resolve(id), format);
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

    private Path manifestFile(String id) {
        return folder.resolve(id).resolve(AvatarBundle.MANIFEST);
    }
}
