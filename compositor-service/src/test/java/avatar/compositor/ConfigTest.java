package avatar.compositor;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.compositor.archive.ArchiveConfig;
import avatar.compositor.channel.AvatarsConfig;
import avatar.compositor.channel.ChannelConfig;
import avatar.compositor.channel.FrameConfig;
import avatar.compositor.channel.PlaybackConfig;
import avatar.compositor.ownership.InstanceConfig;
import avatar.compositor.renders.RendersConfig;
import avatar.compositor.setups.SetupsConfig;
import avatar.compositor.speech.SegmentConfig;
import avatar.compositor.stream.StreamConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static final Pattern ROW = Pattern.compile("\\| `(avatar\\.[a-z.-]+)` \\| `([^`]+)` \\|");

    @Test
    void everyKeyIsInTheReadmeWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Map<String, String> documented = ROW.matcher(readme)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), (MatchResult row) -> row.group(2)));

        assertThat(documented).isEqualTo(defaults());
        assertThat(readme).contains("| `avatar.instance.url` | |");
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        Stream.of(
                        ArchiveConfig.class,
                        AvatarsConfig.class,
                        ChannelConfig.class,
                        FrameConfig.class,
                        RendersConfig.class,
                        InstanceConfig.class,
                        PlaybackConfig.class,
                        SegmentConfig.class,
                        StreamConfig.class,
                        SetupsConfig.class)
                .map(ConfigClass::configClass)
                .forEach(mapping -> defaults.putAll(mapping.getProperties()));
        // It depends on the machine.
        defaults.remove("avatar.instance.url");
        return defaults;
    }
}
