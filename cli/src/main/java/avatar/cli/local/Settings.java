package avatar.cli.local;

import avatar.compositor.render.RenderConfig;
import avatar.tts.edge.EdgeConfig;
import avatar.tts.piper.PiperConfig;
import avatar.tts.speech.SpeechConfig;
import avatar.tts.voices.SynthesisConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of services as they read them themselves: their defaults, environment variables, system properties. */
final class Settings {

    /** Above all other sources. */
    private static final int ORDINAL = 1_000;

    private final SmallRyeConfig config;

    /**
     * Reads them.
     *
     * @param decided those that are not left to anybody else, by their keys
     */
    Settings(Map<String, String> decided) {
        this.config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(decided, "command line", ORDINAL))
                .withConverter(Duration.class, ORDINAL, new DurationConverter())
                .withMapping(SynthesisConfig.class)
                .withMapping(EdgeConfig.class)
                .withMapping(PiperConfig.class)
                .withMapping(SpeechConfig.class)
                .withMapping(RenderConfig.class)
                .build();
    }

    <T> T of(Class<T> mapping) {
        return config.getConfigMapping(mapping);
    }
}
