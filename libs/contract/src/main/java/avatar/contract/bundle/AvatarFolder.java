package avatar.contract.bundle;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of all avatars: one bundle each, in a folder named after its id. Folders whose name is not a valid id are
 * ignored; so are hidden ones, which are bundles under construction.
 *
 * @param path of the folder; it need not exist
 */
public record AvatarFolder(Path path) {

    private static final int MAX_LISTED = 10;

    /** The path of the bundle with this id, whether it exists or not. */
    public Path bundle(String id) {
        return path.resolve(AvatarIds.requireValid(id));
    }

    /** The sorted ids of all avatars, complete or broken. */
    public List<String> ids() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(AvatarIds::isValid)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // none was made yet
        }
    }

    /** Whether a bundle with this id exists, complete or broken. */
    public boolean contains(String id) {
        return AvatarIds.isValid(id) && Files.isDirectory(path.resolve(id));
    }

    /** Whether a bundle with this id exists and has a manifest. Its other files are not checked. */
    public boolean hasManifest(String id) {
        return AvatarIds.isValid(id) && Files.isRegularFile(manifestFile(id));
    }

    /**
     * Checks that {@link #hasManifest}.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}, listing the avatars that exist
     */
    public void require(String id) {
        if (!hasManifest(id)) {
            throw absent(id);
        }
    }

    /** The error that reports an id without an avatar. */
    public AvatarException absent(String id) {
        List<String> ids = ids();
        String listed = String.join(", ", ids.subList(0, Math.min(MAX_LISTED, ids.size())));
        return new AvatarException(
                ErrorCode.NOT_FOUND,
                "There is no avatar '%s'; there is %s%s"
                        .formatted(
                                id,
                                ids.isEmpty() ? "none" : listed,
                                ids.size() > MAX_LISTED ? " and %d more".formatted(ids.size() - MAX_LISTED) : ""));
    }

    /** The manifest of a bundle; empty if the bundle is missing or its manifest can't be read. */
    public Optional<AvatarManifest> manifest(String id) {
        try {
            return hasManifest(id)
                    ? Optional.of(Json.read(Files.readAllBytes(manifestFile(id)), AvatarManifest.class))
                    : Optional.empty();
        } catch (IOException | AvatarException e) {
            return Optional.empty();
        }
    }

    /**
     * An identifier of the bundle's current content, which changes whenever it is made again; empty if there is no
     * bundle.
     */
    public String edition(String id) {
        if (!AvatarIds.isValid(id)) {
            return "";
        }
        try {
            BasicFileAttributes file = Files.readAttributes(manifestFile(id), BasicFileAttributes.class);
            return "%s %d %s".formatted(file.lastModifiedTime(), file.size(), file.fileKey());
        } catch (IOException e) {
            return "";
        }
    }

    private Path manifestFile(String id) {
        return path.resolve(id).resolve(AvatarBundle.MANIFEST);
    }
}
