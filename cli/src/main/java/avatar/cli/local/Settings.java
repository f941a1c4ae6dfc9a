package avatar.cli.local;

import avatar.cli.command.CliException;
import avatar.pictures.frame.FrameSettings;
import avatar.pictures.jpeg.Chroma;
import avatar.speech.edge.EdgeSettings;
import avatar.speech.piper.PiperSettings;
import avatar.speech.voices.VoiceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of speech and pictures in this process from system properties and environment variables, with the
 * keys and the defaults of the services.
 */
final class Settings {

    /** The longest text, in code points, as avatar.speech.max-characters of tts-service. */
    private static final int MAX_CHARACTERS = 10_000;

    private final UnaryOperator<@Nullable String> properties;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Settings of two sources; a system property wins over an environment variable.
     *
     * @param properties values by key, {@code avatar.tts.edge.enabled}; null where absent
     * @param environment values by variable, {@code AVATAR_TTS_EDGE_ENABLED}; null where absent
     */
    Settings(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The settings of this process. */
    static Settings ofProcess() {
        Map<String, String> variables = System.getenv();
        return new Settings(System::getProperty, variables::get);
    }

    VoiceSettings voices() {
        VoiceSettings defaults = VoiceSettings.DEFAULT;
        Duration former = of("avatar.synthesis.watchdog", Durations::parse, defaults.clauseTimeout());
        return new VoiceSettings(
                text("avatar.synthesis.default-voice"),
                of("avatar.synthesis.local-voice", Function.identity(), defaults.localVoice()),
                of("avatar.synthesis.clause-timeout", Durations::parse, former));
    }

    EdgeSettings edge() {
        EdgeSettings defaults = EdgeSettings.DEFAULT;
        return new EdgeSettings(
                of("avatar.tts.edge.enabled", Settings::flag, defaults.enabled()),
                of("avatar.tts.edge.url", URI::create, defaults.url()),
                of("avatar.tts.edge.connect-timeout", Durations::parse, defaults.connectTimeout()),
                of("avatar.tts.edge.stall-timeout", Durations::parse, defaults.stallTimeout()),
                of("avatar.tts.edge.retry-after", Durations::parse, defaults.retryAfter()),
                of("avatar.tts.edge.voices-max-age", Durations::parse, defaults.voicesMaxAge()));
    }

    PiperSettings piper(Path folder) {
        return new PiperSettings(
                folder, of("avatar.tts.piper.threads", Integer::valueOf, PiperSettings.DEFAULT.threads()));
    }

    int maxCharacters() {
        return of("avatar.speech.max-characters", Integer::valueOf, MAX_CHARACTERS);
    }

    FrameSettings frames() {
        FrameSettings defaults = FrameSettings.DEFAULT;
        return new FrameSettings(
                of("avatar.render.strength", Double::valueOf, defaults.strength()),
                of("avatar.render.quality", Integer::valueOf, defaults.quality()),
                of("avatar.render.chroma", Settings::chroma, defaults.chroma()));
    }

    private <T> T of(String key, Function<String, T> parse, T usual) {
        String value = text(key);
        if (value == null) {
            return usual;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
            throw new CliException(
                    "Invalid setting %s: found '%s', expected a value like %s".formatted(key, value, example(usual)),
                    e);
        }
    }

    /** A default, in the form it is written in. */
    private static String example(@Nullable Object usual) {
        if (usual instanceof Duration duration) {
            boolean hasSeconds = duration.toMillis() % 1000 == 0;
            return hasSeconds ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
        }
        return String.valueOf(usual).toLowerCase(Locale.ROOT);
    }

    private @Nullable String text(String key) {
        String property = properties.apply(key);
        String value = property != null
                ? property
                : environment.apply(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Chroma chroma(String value) {
        return Chroma.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
