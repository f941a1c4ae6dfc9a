package avatar.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code docker-compose.yml}. */
final class Compose {

    private final JsonNode services =
            Yaml.documents("docker-compose.yml").getFirst().path("services");

    JsonNode service(String name) {
        return services.path(name);
    }

    Map<String, Deployed> deployed() {
        Map<String, Deployed> deployed = new LinkedHashMap<>();
        services.properties()
                .forEach(entry -> deployed.put(entry.getKey(), deployed(entry.getKey(), entry.getValue())));
        return deployed;
    }

    private static Deployed deployed(String name, JsonNode service) {
        return new Deployed(
                name,
                service.path("image").asText(),
                Yaml.texts(service.path("command")),
                Yaml.map(service.path("environment")),
                ports(service.path("ports")),
                volumes(service.path("volumes")));
    }

    /** The last number of "127.0.0.1:8080:8080" is the container's. */
    private static List<Integer> ports(JsonNode mappings) {
        List<Integer> ports = new ArrayList<>();
        for (String mapping : Yaml.texts(mappings)) {
            ports.add(Integer.parseInt(mapping.substring(mapping.lastIndexOf(':') + 1)));
        }
        return ports;
    }

    /** "name:/folder:ro". */
    private static Map<String, String> volumes(JsonNode mounts) {
        Map<String, String> volumes = new TreeMap<>();
        for (String mount : Yaml.texts(mounts)) {
            List<String> parts = List.of(mount.split(":", -1));
            volumes.put(parts.get(0), parts.get(1));
        }
        return volumes;
    }
}
