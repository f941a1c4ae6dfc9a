package avatar.system.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stage of the {@code Dockerfile}, with what it takes over from the stages that it begins with.
 *
 * @param instructions each on one line
 */
record Dockerfile(String name, List<String> instructions) {

    private static final Pattern FROM = Pattern.compile("FROM (?:--platform=\\S+ )?(\\S+) AS (\\S+)");

    /** A stage by its name; that of an image is its module's. */
    static Dockerfile stage(String name) {
        return Objects.requireNonNull(stages().get(name), name);
    }

    /** What is no beginning of another stage: the images. */
    static List<String> targets() {
        List<String> targets = new ArrayList<>(stages().keySet());
        stages().values().forEach(stage -> targets.remove(stage.base()));
        targets.remove("build");
        return targets;
    }

    /** The arguments of an instruction, in the order of the stage. */
    List<String> instruction(String keyword) {
        return instructions.stream()
                .filter(line -> line.startsWith(keyword + " "))
                .map(line -> line.substring(keyword.length()).strip())
                .toList();
    }

    /** The last of its kind, which decides. */
    String last(String keyword) {
        List<String> all = instruction(keyword);
        return all.isEmpty() ? "" : all.getLast();
    }

    private String base() {
        String own = instructions.stream()
                .filter(line -> line.endsWith(" AS " + name))
                .findFirst()
                .orElseThrow();
        Matcher from = FROM.matcher(own);
        return from.matches() ? from.group(1) : "";
    }

    private static Map<String, Dockerfile> stages() {
        Map<String, Dockerfile> stages = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines()) {
            Matcher from = FROM.matcher(line);
            if (from.matches()) {
                Dockerfile base = stages.get(from.group(1));
                current = new ArrayList<>(base == null ? List.of() : base.instructions());
                stages.put(from.group(2), new Dockerfile(from.group(2), current));
            }
            current.add(line);
        }
        return stages;
    }

    private static List<String> lines() {
        return Yaml.read("Dockerfile")
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
