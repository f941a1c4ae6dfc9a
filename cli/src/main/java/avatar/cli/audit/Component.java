package avatar.cli.audit;

import avatar.cli.command.CliException;
import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A library of the bill of materials.
 *
 * @param name group and artifact, as advisories have it
 */
record Component(String name, String version) implements Comparable<Component> {

    private static final String MAVEN = "pkg:maven/";
    private static final Comparator<Component> ORDER =
            Comparator.comparing(Component::name).thenComparing(Component::version);

    /**
     * Those of a CycloneDX file.
     *
     * @throws CliException if it can't be read, or has none
     */
    static List<Component> of(Path bom) {
        if (!Files.exists(bom)) {
            throw new CliException(
                    "Found no bill of materials at %s; './avatar audit' without --sbom makes it".formatted(bom));
        }
        Set<Component> components = new TreeSet<>();
        try {
            addAll(Json.mapper().readTree(bom.toFile()).path("components"), components);
        } catch (IOException e) {
            throw new CliException("Invalid bill of materials: found %s, expected CycloneDX as JSON".formatted(bom), e);
        }
        if (components.isEmpty()) {
            throw new CliException(
                    "Invalid bill of materials: found no Maven component in %s, expected CycloneDX as JSON"
                            .formatted(bom));
        }
        return List.copyOf(components);
    }

    private static void addAll(JsonNode nodes, Set<Component> components) {
        for (JsonNode node : nodes) {
            if (node.path("purl").asText().startsWith(MAVEN)) {
                String name =
                        node.path("group").asText() + ":" + node.path("name").asText();
                components.add(new Component(name, node.path("version").asText()));
            }
            addAll(node.path("components"), components);
        }
    }

    @Override
    public int compareTo(Component other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
