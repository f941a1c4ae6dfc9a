package avatar.compositor.setups;

import avatar.contract.bundle.AvatarIds;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.FileUpload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form that asks for an avatar.
 *
 * @param file what it is to be made of, as it was received
 * @param fileName what that was called by who sent it
 * @param id what the avatar is to be called; null: after the file
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
    private static final int LONGEST_NAME = 200;

    /** @throws AvatarException {@link ErrorCode#INVALID_REQUEST} and others, naming the field and what was found */
    static SetupForm of(List<FileUpload> files, MultiMap fields) {
        if (files.size() != 1 || !files.getFirst().name().equals(FILE)) {
            throw invalid("Expected a form with one file, in the field '%s'; found %s"
                    .formatted(
                            FILE,
                            files.isEmpty()
                                    ? "none"
                                    : files.stream().map(FileUpload::name).toList()));
        }
        Set<String> unknown = new TreeSet<>(fields.names());
        unknown.removeAll(OPTIONS);
        if (!unknown.isEmpty()) {
            throw invalid("Field '%s' is not among those there are: %s and %s"
                    .formatted(unknown.iterator().next(), FILE, new TreeSet<>(OPTIONS)));
        }
        FileUpload file = files.getFirst();
        return new SetupForm(
                Path.of(file.uploadedFileName()),
                shortened(file.fileName()),
                id(text(fields, "id")),
                frame(number(fields, "frame")),
                size(number(fields, "size")),
                engine(text(fields, "engine")),
                flag(fields, "blink"),
                flag(fields, "force"));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    /** An empty field is one that nobody filled in. */
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
