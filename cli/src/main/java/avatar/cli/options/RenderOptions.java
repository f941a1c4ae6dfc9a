package avatar.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a video file; each is null unless given. */
public final class RenderOptions {

    @Option(
            names = "--avatar",
            paramLabel = "ID",
            description =
                    "The id of the avatar; './avatar avatars' lists them (default: 'default', or else the first one).")
    private @Nullable String avatar;

    @Option(names = "--fps", description = "Frames per second (default: the avatar's).")
    private @Nullable Double fps;

    @Option(names = "--width", description = "Width in pixels (default: the avatar's).")
    private @Nullable Integer width;

    @Option(names = "--lead-in", paramLabel = "SECONDS", description = "Silence before the speech (default: 0.4).")
    private @Nullable Double leadIn;

    @Option(names = "--lead-out", paramLabel = "SECONDS", description = "Silence after it (default: 0.6).")
    private @Nullable Double leadOut;

    public @Nullable String avatar() {
        return avatar;
    }

    public @Nullable Double fps() {
        return fps;
    }

    public @Nullable Integer width() {
        return width;
    }

    public @Nullable Double leadIn() {
        return leadIn;
    }

    public @Nullable Double leadOut() {
        return leadOut;
    }

    /** The options that were given, as fields of an API request. */
    public Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "avatar", avatar);
        put(given, "fps", fps);
        put(given, "width", width);
        put(given, "leadIn", leadIn);
        put(given, "leadOut", leadOut);
        return given;
    }

    /**
     * Checks that none was given.
     *
     * @throws ParameterException saying that they are for {@code others}
     */
    public void requireNone(CommandSpec spec, String others) {
        given().keySet().stream().findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "--%s is for %s".formatted(optionOf(name), others));
        });
    }

    private static String optionOf(String field) {
        return field.replace("leadIn", "lead-in").replace("leadOut", "lead-out");
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
