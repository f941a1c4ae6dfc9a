package avatar.system.deploy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shell script that creates the topics.
 *
 * @param script with lines such as {@code create "one two" $compact}
 */
record TopicsJob(String script) {

    private static final Pattern CREATE = Pattern.compile("^create \"([^\"]+)\"(.*)$", Pattern.MULTILINE);
    private static final Pattern PARTITIONS = Pattern.compile("--partitions (\\d+)");

    List<String> names() {
        return names("");
    }

    /** Those that are created with the options of variable compact. */
    List<String> tables() {
        return script.contains("compact=\"--config cleanup.policy=compact ") ? names("$compact") : List.of();
    }

    /** Those that are created with these options. */
    List<String> with(String options) {
        return names(options);
    }

    int partitions() {
        return PARTITIONS
                .matcher(script)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String options) {
        return CREATE.matcher(script)
                .results()
                .filter(created -> created.group(2).contains(options))
                .flatMap(created -> Stream.of(created.group(1).split(" ")))
                .toList();
    }
}
