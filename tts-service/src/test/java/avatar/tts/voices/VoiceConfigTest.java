package avatar.tts.voices;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.speech.edge.EdgeSettings;
import avatar.speech.piper.PiperSettings;
import avatar.speech.voices.VoiceSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoiceConfigTest {

    @Test
    void defaultsAreThoseOfTheLibrary() {
        assertThat(OpenEngines.settings(config(EdgeConfig.class, Map.of()))).isEqualTo(EdgeSettings.DEFAULT);
        assertThat(OpenEngines.settings(config(PiperConfig.class, Map.of()))).isEqualTo(PiperSettings.DEFAULT);
        assertThat(OpenEngines.settings(config(SynthesisConfig.class, Map.of())))
                .isEqualTo(VoiceSettings.DEFAULT);
    }

    @Test
    void everyKeyBecomesItsSetting() {
        assertThat(OpenEngines.settings(config(
                        EdgeConfig.class,
                        Map.of(
                                "avatar.tts.edge.enabled", "false",
                                "avatar.tts.edge.url", "http://localhost/speech",
                                "avatar.tts.edge.connect-timeout", "1s",
                                "avatar.tts.edge.stall-timeout", "2s",
                                "avatar.tts.edge.retry-after", "4s",
                                "avatar.tts.edge.voices-max-age", "5s"))))
                .isEqualTo(new EdgeSettings(
                        false,
                        URI.create("http://localhost/speech"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5)));
        assertThat(OpenEngines.settings(config(
                        PiperConfig.class,
                        Map.of("avatar.tts.piper.folder", "voices", "avatar.tts.piper.threads", "2"))))
                .isEqualTo(new PiperSettings(Path.of("voices"), 2));
        assertThat(OpenEngines.settings(config(
                        SynthesisConfig.class,
                        Map.of(
                                "avatar.synthesis.default-voice", "flite-rms",
                                "avatar.synthesis.local-voice", "flite-awb",
                                "avatar.synthesis.clause-timeout", "7s"))))
                .isEqualTo(new VoiceSettings("flite-rms", "flite-awb", Duration.ofSeconds(7)));
    }

    @Test
    void oldNameOfARenamedKeyStillWorks() {
        assertThat(OpenEngines.settings(config(SynthesisConfig.class, Map.of("avatar.synthesis.watchdog", "8s"))))
                .isEqualTo(new VoiceSettings(null, "flite-slt", Duration.ofSeconds(8)));
        assertThat(OpenEngines.settings(config(
                        SynthesisConfig.class,
                        Map.of("avatar.synthesis.watchdog", "8s", "avatar.synthesis.clause-timeout", "9s"))))
                .isEqualTo(new VoiceSettings(null, "flite-slt", Duration.ofSeconds(9)));
    }

    @Test
    void oldNameWorksAsAnEnvironmentVariable() {
        SynthesisConfig config = builder()
                .withSources(new EnvConfigSource(Map.of("AVATAR_SYNTHESIS_WATCHDOG", "8s"), 300))
                .withMapping(SynthesisConfig.class)
                .build()
                .getConfigMapping(SynthesisConfig.class);

        assertThat(config.clauseTimeout()).isEqualTo(Duration.ofSeconds(8));
    }

    private static <T> T config(Class<T> mapping, Map<String, String> configured) {
        return builder()
                .withSources(new PropertiesConfigSource(configured, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredInterceptors()
                .withConverter(Duration.class, 1_000, new DurationConverter());
    }
}
