package avatar.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedKeysTest {

    @Test
    void everyOldNameStillSetsItsKey() {
        RenamedKeys.OLD_NAMES.forEach((key, oldName) ->
                assertThat(value(key, Map.of(oldName, "7s"), Map.of())).as(key).isEqualTo("7s"));
    }

    @Test
    void newNameWins() {
        RenamedKeys.OLD_NAMES.forEach(
                (key, oldName) -> assertThat(value(key, Map.of(oldName, "7s", key, "8s"), Map.of()))
                        .as(key)
                        .isEqualTo("8s"));
    }

    @Test
    void environmentVariableOfTheOldNameWorksToo() {
        RenamedKeys.OLD_NAMES.forEach((key, oldName) -> {
            String variable = oldName.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);

            assertThat(value(key, Map.of(), Map.of(variable, "7s"))).as(key).isEqualTo("7s");
        });
    }

    @Test
    void defaultOfTheNewNameGivesWayToTheOldOne() {
        RenamedKeys.OLD_NAMES.forEach((key, oldName) -> {
            SmallRyeConfig config = builder(Map.of(oldName, "7s"), Map.of())
                    .withDefaultValue(key, "1s")
                    .build();

            assertThat(config.getConfigValue(key).getValue()).as(key).isEqualTo("7s");
        });
    }

    /** A mapping refuses a key that it has no property for, and the service does not start. */
    @Test
    void onlyNewNamesAreListed() {
        RenamedKeys.OLD_NAMES.forEach((key, oldName) -> {
            List<String> names = new ArrayList<>(); // SmallRye's own can be read only once
            builder(Map.of(oldName, "7s"), Map.of()).build().getPropertyNames().forEach(names::add);

            assertThat(names).contains(key).doesNotContain(oldName);
        });
    }

    private static String value(String key, Map<String, String> properties, Map<String, String> environment) {
        return String.valueOf(
                builder(properties, environment).build().getConfigValue(key).getValue());
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> properties, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredInterceptors()
                .withSources(
                        new PropertiesConfigSource(properties, "test", 400),
                        new EnvConfigSource(new HashMap<>(environment), 300));
    }
}
