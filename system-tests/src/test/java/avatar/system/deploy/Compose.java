package avatar.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code docker-compose.yml} with the settings of {@code .env}. */
final class Compose {

    static final String FILE = "docker-compose.yml";

    private final JsonNode document =
            Yaml.documentsOf(new DotEnv().resolve(Yaml.read(FILE))).getFirst();

    JsonNode document() {
        return document;
    }

    JsonNode service(String name) {
        return services().path(name);
    }

    /** The services, those of the profiles included. */
    JsonNode services() {
        return document.path("services");
    }

    /** What runs without any profile. */
    Map<String, Deployed> deployed() {
        Map<String, Deployed> deployed = everything();
        deployed.keySet().removeIf(name -> service(name).has("profiles"));
        return deployed;
    }

    Map<String, Deployed> everything() {
        Map<String, Deployed> deployed = new LinkedHashMap<>();
        services()
                .properties()
                .forEach(entry -> deployed.put(entry.getKey(), deployed(entry.getKey(), entry.getValue())));
        return deployed;
    }

    private static Deployed deployed(String name, JsonNode service) {
        Map<String, String> volumes = volumes(service.path("volumes"));
        return new Deployed(
                name,
                service.path("image").asText(),
                Yaml.texts(service.path("command")),
                Yaml.map(service.path("environment")),
                ports(service.path("ports")),
                volumes,
                writable(service, volumes));
    }

    /** The last number of "127.0.0.1:8080:8080" is the container's. */
    private static List<Integer> ports(JsonNode mappings) {
        List<Integer> ports = new ArrayList<>();
        for (String mapping : Yaml.texts(mappings)) {
            ports.add(Integer.parseInt(mapping.substring(mapping.lastIndexOf(':') + 1)));
        }
        return ports;
    }

    /** "name:/folder:ro", or "/folder" for a volume without a name. */
    private static Map<String, String> volumes(JsonNode mounts) {
        Map<String, String> volumes = new TreeMap<>();
        for (String mount : Yaml.texts(mounts)) {
            List<String> parts = List.of(mount.split(":", -1));
            volumes.put(parts.get(0), parts.size() == 1 ? parts.get(0) : parts.get(1));
        }
        return volumes;
    }

    /** "/folder:size=64m". */
    private static Set<String> writable(JsonNode service, Map<String, String> volumes) {
        Set<String> writable = new TreeSet<>(volumes.values());
        for (String folder : Yaml.texts(service.path("tmpfs"))) {
            writable.add(folder.replaceFirst(":.*", ""));
        }
        return writable;
    }
}
