package avatar.compositor.setups;

import avatar.compositor.setups.ReceivedForm.ReceivedFile;
import avatar.contract.bundle.AvatarIds;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import io.vertx.core.MultiMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form that requests an avatar.
 *
 * @param file the video or picture, as it was received
 * @param fileName its name on the sender's machine
 * @param id of the avatar; null to derive one from the file's name
 */
record SetupForm(
        Path file,
        String fileName,
        @Nullable String id,
        @Nullable Integer frame,
        @Nullable Integer size,
        @Nullable String engine,
        boolean blink,
        boolean force) {

    private static final String FILE = "file";
    private static final Set<String> OPTIONS = Set.of("id", "frame", "size", "engine", "blink", "force");
    private static final int MAX_NAME_LENGTH = 200;

    /** @throws AvatarException {@link ErrorCode#INVALID_REQUEST} and others, naming the field and what was found */
    static SetupForm of(List<ReceivedFile> files, MultiMap fields) {
        if (files.size() != 1 || !files.getFirst().field().equals(FILE)) {
            throw invalid("Expected a form with one file, in the field '%s'; found %s"
                    .formatted(
                            FILE,
                            files.isEmpty()
                                    ? "none"
                                    : files.stream().map(ReceivedFile::field).toList()));
        }
        Set<String> unknown = new TreeSet<>(fields.names());
        unknown.removeAll(OPTIONS);
        if (!unknown.isEmpty()) {
            throw invalid("Unknown field '%s'; expected '%s' or one of %s"
                    .formatted(unknown.iterator().next(), FILE, new TreeSet<>(OPTIONS)));
        }
        ReceivedFile file = files.getFirst();
        return new SetupForm(
                file.path(),
                shortened(file.fileName()),
                id(text(fields, "id")),
                frame(number(fields, "frame")),
                size(number(fields, "size")),
                engine(text(fields, "engine")),
                flag(fields, "blink"),
                flag(fields, "force"));
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(name.length() - MAX_NAME_LENGTH);
    }

    /** An empty field is as good as absent. */
    private static @Nullable String text(MultiMap fields, String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Integer number(MultiMap fields, String name) {
        String value = text(fields, name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw invalid("Field '%s' must be a whole number, not '%s'".formatted(name, value));
        }
    }

    private static boolean flag(MultiMap fields, String name) {
        String value = text(fields, name);
        return switch (value == null ? "false" : value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> throw invalid("Field '%s' must be 'true' or 'false', not '%s'".formatted(name, value));
        };
    }

    private static @Nullable String id(@Nullable String id) {
        return id == null ? null : AvatarIds.requireValid(id);
    }

    private static @Nullable Integer frame(@Nullable Integer frame) {
        if (frame != null && frame < SetupRequest.MIDDLE_FRAME) {
            throw new AvatarException(
                    ErrorCode.INVALID_FRAME,
                    "Field 'frame' must be 0 or more, or %d for the one in the middle, not %d"
                            .formatted(SetupRequest.MIDDLE_FRAME, frame));
        }
        return frame;
    }

    private static @Nullable Integer size(@Nullable Integer size) {
        if (size != null && !SetupRequest.SIZES.contains(size)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "Field 'size' must be one of %s, not %d".formatted(SetupRequest.SIZES, size));
        }
        return size;
    }

    /** Which of them there are, setup-job knows. */
    private static @Nullable String engine(@Nullable String engine) {
        if (engine != null && !SetupRequest.ENGINES.contains(engine)) {
            throw new AvatarException(
                    ErrorCode.UNKNOWN_ENGINE,
                    "Field 'engine' must be one of %s, not '%s'".formatted(SetupRequest.ENGINES, engine));
        }
        return engine;
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_REQUEST, detail);
    }
}
