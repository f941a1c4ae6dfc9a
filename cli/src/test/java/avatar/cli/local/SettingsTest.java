package avatar.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.cli.command.CliException;
import avatar.pictures.frame.FrameSettings;
import avatar.pictures.jpeg.Chroma;
import avatar.speech.edge.EdgeSettings;
import avatar.speech.piper.PiperSettings;
import avatar.speech.voices.VoiceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path FOLDER = PiperSettings.DEFAULT.folder();

    @Test
    void hasTheDefaultsOfTheLibraries() {
        Settings settings = settings(Map.of(), Map.of());

        assertThat(settings.voices()).isEqualTo(VoiceSettings.DEFAULT);
        assertThat(settings.edge()).isEqualTo(EdgeSettings.DEFAULT);
        assertThat(settings.piper(FOLDER)).isEqualTo(PiperSettings.DEFAULT);
        assertThat(settings.frames()).isEqualTo(FrameSettings.DEFAULT);
        assertThat(settings.maxCharacters()).isEqualTo(10_000);
    }

    @Test
    void readsEverySetting() {
        Settings settings = properties(Map.ofEntries(
                Map.entry("avatar.synthesis.default-voice", "flite-rms"),
                Map.entry("avatar.synthesis.local-voice", "espeak-de"),
                Map.entry("avatar.synthesis.clause-timeout", "7s"),
                Map.entry("avatar.tts.edge.enabled", "false"),
                Map.entry("avatar.tts.edge.url", "http://127.0.0.1:9/edge"),
                Map.entry("avatar.tts.edge.connect-timeout", "100ms"),
                Map.entry("avatar.tts.edge.stall-timeout", "200ms"),
                Map.entry("avatar.tts.edge.retry-after", "3m"),
                Map.entry("avatar.tts.edge.voices-max-age", "4h"),
                Map.entry("avatar.tts.piper.threads", "2"),
                Map.entry("avatar.speech.max-characters", "500"),
                Map.entry("avatar.render.strength", "0.5"),
                Map.entry("avatar.render.quality", "90"),
                Map.entry("avatar.render.chroma", "full")));

        assertThat(settings.voices()).isEqualTo(new VoiceSettings("flite-rms", "espeak-de", Duration.ofSeconds(7)));
        assertThat(settings.edge())
                .isEqualTo(new EdgeSettings(
                        false,
                        URI.create("http://127.0.0.1:9/edge"),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMinutes(3),
                        Duration.ofHours(4)));
        assertThat(settings.piper(FOLDER)).isEqualTo(new PiperSettings(FOLDER, 2));
        assertThat(settings.maxCharacters()).isEqualTo(500);
        assertThat(settings.frames()).isEqualTo(new FrameSettings(0.5, 90, Chroma.FULL));
    }

    @Test
    void prefersSystemPropertiesToEnvironmentVariables() {
        Map<String, String> environment =
                Map.of("AVATAR_TTS_EDGE_ENABLED", "false", "AVATAR_SYNTHESIS_LOCAL_VOICE", "flite-rms");

        assertThat(settings(Map.of(), environment).edge().enabled()).isFalse();
        assertThat(settings(Map.of(), environment).voices().localVoice()).isEqualTo("flite-rms");
        assertThat(settings(Map.of("avatar.tts.edge.enabled", "true"), environment)
                        .edge()
                        .enabled())
                .isTrue();
    }

    @Test
    void takesBlankValuesForAbsent() {
        Settings settings = settings(
                Map.of("avatar.synthesis.default-voice", " ", "avatar.synthesis.local-voice", " flite-rms "),
                Map.of("AVATAR_TTS_PIPER_THREADS", ""));

        assertThat(settings.voices().defaultVoice()).isNull();
        assertThat(settings.voices().localVoice()).isEqualTo("flite-rms");
        assertThat(settings.piper(FOLDER)).isEqualTo(PiperSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"1500ms,PT1.5S", "20s,PT20S", "20,PT20S", "5m,PT5M", "24h,PT24H", "2d,PT48H", "PT1M30S,PT1M30S"})
    void readsDurationsInEveryUnit(String value, Duration expected) {
        assertThat(properties(Map.of("avatar.tts.edge.retry-after", value))
                        .edge()
                        .retryAfter())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "on,true", "1,true", "False,false", "no,false", "off,false", "0,false"})
    void readsSwitchesAsTheServicesDo(String value, boolean expected) {
        assertThat(properties(Map.of("avatar.tts.edge.enabled", value)).edge().enabled())
                .isEqualTo(expected);
    }

    @Test
    void readsTheFormerNameOfTheClauseTimeout() {
        Map<String, String> former = Map.of("AVATAR_SYNTHESIS_WATCHDOG", "9s");

        assertThat(settings(Map.of(), former).voices().clauseTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings(Map.of("avatar.synthesis.clause-timeout", "8s"), former)
                        .voices()
                        .clauseTimeout())
                .isEqualTo(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @CsvSource({
        "avatar.tts.edge.enabled,perhaps,true",
        "avatar.tts.edge.url,not a url,https://speech.platform.bing.com/consumer/speech/synthesize/readaloud",
        "avatar.tts.edge.connect-timeout,soon,1500ms",
        "avatar.tts.edge.retry-after,-3s,30s",
        "avatar.tts.edge.voices-max-age,9999999999999999999d,86400s",
        "avatar.tts.edge.stall-timeout,999999999999999999d,3s"
    })
    void saysWhichValueIsInvalidAndWhatIsExpected(String key, String value, String example) {
        assertInvalid(key, value, example, () -> properties(Map.of(key, value)).edge());
    }

    @Test
    void saysWhichNumberOrNameIsInvalid() {
        assertInvalid(
                "avatar.tts.piper.threads",
                "two",
                "1",
                () -> properties(Map.of("avatar.tts.piper.threads", "two")).piper(FOLDER));
        assertInvalid(
                "avatar.render.strength",
                "all",
                "1.0",
                () -> properties(Map.of("avatar.render.strength", "all")).frames());
        assertInvalid(
                "avatar.render.chroma",
                "some",
                "half",
                () -> properties(Map.of("avatar.render.chroma", "some")).frames());
        assertInvalid(
                "avatar.synthesis.watchdog",
                "long",
                "20s",
                () -> properties(Map.of("avatar.synthesis.watchdog", "long")).voices());
    }

    private static void assertInvalid(String key, String value, String example, Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(CliException.class)
                .hasMessage("Invalid setting %s: found '%s', expected a value like %s", key, value, example);
    }

    private static Settings properties(Map<String, String> properties) {
        return settings(properties, Map.of());
    }

    private static Settings settings(Map<String, String> properties, Map<String, String> environment) {
        return new Settings(properties::get, environment::get);
    }
}
