package avatar.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML files of the project, with their anchors and merges resolved. */
final class Yaml {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Yaml() {}

    /** The documents of a file, given by its path from the project's root. */
    static List<JsonNode> documents(String path) {
        return documentsOf(read(path));
    }

    /** The documents of a text. */
    static List<JsonNode> documentsOf(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
                .loadAll(text)
                .forEach(document -> documents.add(MAPPER.valueToTree(document)));
        return documents;
    }

    /** A file of the project, given by its path from the project's root. */
    static String read(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return Path.of(System.getProperty("avatar.root"));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new TreeMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
