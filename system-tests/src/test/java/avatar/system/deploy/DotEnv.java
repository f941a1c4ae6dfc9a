package avatar.system.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code .env}: the settings of {@code docker-compose.yml}. */
final class DotEnv {

    static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)}");

    private static final Pattern SETTING = Pattern.compile("^(\\w+)=(.*)$", Pattern.MULTILINE);

    private final String text = Yaml.read(".env");

    /** The values by name, as they are written. */
    Map<String, String> written() {
        return SETTING.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        setting -> setting.group(1),
                        setting -> setting.group(2),
                        (_, _) -> {
                            throw new IllegalStateException("A setting occurs twice in .env");
                        },
                        LinkedHashMap::new));
    }

    /** The settings that have no comment in their paragraph. */
    Map<String, String> unexplained() {
        Map<String, String> unexplained = written();
        for (String paragraph : text.split("\n\n", -1)) {
            if (paragraph.lines().anyMatch(line -> line.startsWith("#") && !line.startsWith("# ──"))) {
                SETTING.matcher(paragraph).results().forEach(setting -> unexplained.remove(setting.group(1)));
            }
        }
        return unexplained;
    }

    /** A text of the compose file with the settings in their places, as compose reads it. */
    String resolve(String value) {
        Map<String, String> settings = written();
        String resolved = value;
        for (int depth = 0; VARIABLE.matcher(resolved).find(); depth++) {
            if (depth > settings.size()) {
                throw new IllegalStateException("Settings of .env refer to each other: " + value);
            }
            resolved = VARIABLE.matcher(resolved).replaceAll(variable -> {
                String name = variable.group(1);
                if (!settings.containsKey(name)) {
                    throw new IllegalStateException("Setting %s is not in .env".formatted(name));
                }
                return Matcher.quoteReplacement(settings.getOrDefault(name, ""));
            });
        }
        return resolved.replace("$$", "$");
    }
}
