package avatar.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The manifests of {@code k8s/} that its kustomization names. */
final class Kubernetes {

    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "Job");

    private final List<JsonNode> objects = new ArrayList<>();

    Kubernetes() {
        resources().forEach(file -> objects.addAll(Yaml.documents("k8s/" + file)));
    }

    /** The files that the kustomization names. */
    static List<String> resources() {
        return Yaml.texts(Yaml.documents("k8s/kustomization.yaml").getFirst().path("resources"));
    }

    /** The objects of a kind, by name. */
    Map<String, JsonNode> ofKind(String kind) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals(kind)) {
                found.put(object.path("metadata").path("name").asText(), object);
            }
        }
        return found;
    }

    /** One object; a missing node if there is none. */
    JsonNode object(String kind, String name) {
        return ofKind(kind).getOrDefault(name, MissingNode.getInstance());
    }

    /** What runs in a workload's pods. */
    static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template").path("spec");
    }

    /** The one container of each workload. */
    Map<String, Deployed> deployed() {
        Map<String, Deployed> deployed = new LinkedHashMap<>();
        for (String kind : WORKLOADS) {
            ofKind(kind).forEach((name, workload) -> {
                deployed.put(name, deployed(pod(workload).path("containers").path(0)));
            });
        }
        return deployed;
    }

    private static Deployed deployed(JsonNode container) {
        Map<String, String> environment = new TreeMap<>();
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        Map<String, String> volumes = new TreeMap<>();
        container
                .path("volumeMounts")
                .forEach(mount -> volumes.put(
                        mount.path("name").asText(), mount.path("mountPath").asText()));
        return new Deployed(
                container.path("name").asText(),
                container.path("image").asText(),
                Yaml.texts(container.path("args")),
                environment,
                ports(container),
                volumes);
    }

    private static List<Integer> ports(JsonNode container) {
        List<Integer> ports = new ArrayList<>();
        container
                .path("ports")
                .forEach(port -> ports.add(port.path("containerPort").asInt()));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            for (String way : List.of("httpGet", "tcpSocket")) {
                JsonNode port = container.path(probe).path(way).path("port");
                if (port.isInt()) {
                    ports.add(port.asInt());
                }
            }
        }
        return ports;
    }
}
