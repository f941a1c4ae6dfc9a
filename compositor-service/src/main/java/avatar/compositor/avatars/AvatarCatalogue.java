package avatar.compositor.avatars;

import avatar.contract.api.AvatarSummary;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The avatars in a folder, complete or broken. All bytes of an avatar are checked, once for as long as none of its
 * files changes. Thread-safe; callers block on files.
 */
final class AvatarCatalogue {

    private final AvatarFolder folder;
    private final Map<String, Entry> known = new ConcurrentHashMap<>();

    /** @param files names, sizes and times of the files that were checked */
    private record Entry(String files, AvatarSummary view) {}

    AvatarCatalogue(AvatarFolder folder) {
        this.folder = folder;
    }

    /** All of them, in the order of their ids. */
    List<AvatarSummary> all() {
        List<String> ids = folder.ids();
        known.keySet().retainAll(ids);
        return ids.stream().map(this::view).toList();
    }

    /**
     * One of them.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    AvatarSummary require(String id) {
        requirePresent(id);
        return view(id);
    }

    /**
     * A file of one of them.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}; {@link ErrorCode#INVALID_BUNDLE} if its bundle lacks it
     */
    Path file(String id, String name) {
        requirePresent(id);
        Path file = folder.bundle(id).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "Avatar '%s' is incomplete: %s is missing; make it again".formatted(id, name));
        }
        return file;
    }

    private void requirePresent(String id) {
        if (!folder.contains(id)) {
            throw folder.absent(id);
        }
    }

    private AvatarSummary view(String id) {
        Path bundle = folder.bundle(id);
        String files = files(bundle);
        Entry entry = known.get(id);
        if (entry == null || !entry.files().equals(files)) {
            entry = new Entry(files, check(id, bundle));
            known.put(id, entry);
        }
        return entry.view();
    }

    private AvatarSummary check(String id, Path bundle) {
        try {
            return AvatarSummary.complete(id, AvatarBundle.open(bundle).manifest());
        } catch (AvatarException e) {
            // The location of the folder is not for clients.
            String problem =
                    String.valueOf(e.getMessage()).replace(bundle + "/", "").replace(bundle.toString(), id);
            return AvatarSummary.broken(id, problem);
        }
    }

    private static String files(Path bundle) {
        try (Stream<Path> files = Files.walk(bundle)) {
            return files.sorted().map(AvatarCatalogue::stamp).collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            return e.toString(); // it is being replaced at this moment
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %s %d".formatted(file, attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
