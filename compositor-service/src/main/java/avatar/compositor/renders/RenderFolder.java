package avatar.compositor.renders;

import avatar.compositor.disk.DiskRoom;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderMaker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the renders: {@code <id>.mp4}, {@code <id>.webm}, and the requests of those that have not ended. Other
 * files in it are not touched.
 */
final class RenderFolder {

    private static final System.Logger LOG = System.getLogger(RenderFolder.class.getName());
    private static final Pattern RENDER = Pattern.compile("([0-9a-f-]{36})\\.([a-z0-9]+)");
    private static final Pattern LEFTOVER =
            Pattern.compile("\\.[0-9a-f-]{36}\\.[a-z0-9]+\\..*" + Pattern.quote(RenderMaker.UNFINISHED));

    private static final Pattern REQUEST = Pattern.compile("\\.([0-9a-f-]{36})\\.request\\.json");

    private final Path folder;
    private final DiskRoom room;

    /**
     * The renders in a folder.
     *
     * @param keepFree space on its disk that a render must leave, in bytes
     */
    RenderFolder(Path folder, long keepFree) {
        this.folder = folder.toAbsolutePath();
        this.room = new DiskRoom(this.folder, keepFree);
    }

    Path path() {
        return folder;
    }

    /** The file of the render with that id. */
    Path fileOf(String id, RenderFormat format) {
        return folder.resolve(id + "." + format.extension());
    }

    /**
     * Creates it, unless it exists, and requires free space for a render.
     *
     * @throws AvatarException {@link ErrorCode#RENDER_FAILED} or {@link ErrorCode#NO_ROOM}
     */
    void requireRoom() {
        try {
            room.require("a render", 0);
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.RENDER_FAILED, "Folder '%s' can't be created: %s".formatted(folder, e), e);
        }
    }

    /** The renders of earlier processes, the latest last. */
    List<RenderJob> found() {
        List<RenderJob> found = new ArrayList<>();
        for (Path file : files()) {
            Matcher name = RENDER.matcher(file.getFileName().toString());
            Optional<RenderFormat> format = name.matches() ? RenderFormat.named(name.group(2)) : Optional.empty();
            if (format.isPresent()) {
                try {
                    found.add(RenderJob.found(
                            name.group(1),
                            format.get(),
                            file,
                            Files.getLastModifiedTime(file).toInstant(),
                            Files.size(file)));
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "Render can''t be read error={0}", e.toString());
                }
            }
        }
        found.sort((one, other) -> one.ordered().compareTo(other.ordered()));
        return found;
    }

    /**
     * Keeps the request of a render until it has ended, so that another process can make it.
     *
     * @throws AvatarException {@link ErrorCode#RENDER_FAILED}
     */
    void keepRequest(String id, byte[] request) {
        try {
            Files.createDirectories(folder);
            Files.write(requestOf(id), request);
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.RENDER_FAILED, "Folder '%s' can't be written to: %s".formatted(folder, e), e);
        }
    }

    void removeRequest(String id) {
        remove(requestOf(id));
    }

    private Path requestOf(String id) {
        return folder.resolve("." + id + ".request.json");
    }

    /**
     * A render that an earlier process did not end.
     *
     * @param request its JSON
     */
    record Unfinished(String id, String request, Instant ordered) {}

    /** The renders that earlier processes did not end, in the order of their requests. */
    List<Unfinished> unfinished() {
        List<Unfinished> unfinished = new ArrayList<>();
        for (Path file : files()) {
            Matcher name = REQUEST.matcher(file.getFileName().toString());
            if (name.matches()) {
                try {
                    Instant ordered = Files.getLastModifiedTime(file).toInstant();
                    unfinished.add(new Unfinished(name.group(1), Files.readString(file), ordered));
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "Request of a render can''t be read error={0}", e.toString());
                }
            }
        }
        unfinished.sort(Comparator.comparing(Unfinished::ordered));
        return unfinished;
    }

    /** Removes the incomplete files of earlier processes. */
    void removeLeftovers() {
        files().stream()
                .filter(file -> LEFTOVER.matcher(file.getFileName().toString()).matches())
                .forEach(this::remove);
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Render can''t be removed error={0}", e.toString());
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Folder of renders can''t be read error={0}", e.toString());
            return List.of();
        }
    }
}
