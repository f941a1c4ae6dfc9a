package avatar.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The objects of an overlay in {@code k8s/overlays}. */
final class Kubernetes {

    static final Kubernetes LOCAL = new Kubernetes("k8s/overlays/local");
    static final Kubernetes PRODUCTION = new Kubernetes("k8s/overlays/production");

    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "Job");

    private final String folder;
    private final List<ObjectNode> objects;

    private Kubernetes(String folder) {
        this.folder = folder;
        this.objects = Kustomization.render(folder);
    }

    /** From the project's root. */
    String folder() {
        return folder;
    }

    List<ObjectNode> objects() {
        return objects;
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

    /** What makes pods, by name. */
    Map<String, JsonNode> workloads() {
        Map<String, JsonNode> workloads = new LinkedHashMap<>();
        WORKLOADS.forEach(kind -> workloads.putAll(ofKind(kind)));
        return workloads;
    }

    /** What runs in a workload's pods. */
    static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template").path("spec");
    }

    /** The one container of each workload. */
    Map<String, Deployed> deployed() {
        Map<String, Deployed> deployed = new LinkedHashMap<>();
        workloads()
                .forEach((name, workload) -> deployed.put(
                        name, deployed(pod(workload).path("containers").path(0))));
        return deployed;
    }

    private Deployed deployed(JsonNode container) {
        Map<String, String> volumes = new TreeMap<>();
        container
                .path("volumeMounts")
                .forEach(mount -> volumes.put(
                        mount.path("name").asText(), mount.path("mountPath").asText()));
        return new Deployed(
                container.path("name").asText(),
                container.path("image").asText(),
                Yaml.texts(container.path("args")),
                environment(container),
                ports(container),
                volumes,
                Set.copyOf(volumes.values()));
    }

    /** Those of the ConfigMaps included; secrets are not in the overlay. */
    private Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode source : container.path("envFrom")) {
            String map = source.path("configMapRef").path("name").asText();
            environment.putAll(Yaml.map(object("ConfigMap", map).path("data")));
        }
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }

    /** Those of the probes are checked to be the container's own. */
    private static List<Integer> ports(JsonNode container) {
        Map<String, Integer> named = new TreeMap<>();
        container
                .path("ports")
                .forEach(port -> named.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));
        List<Integer> ports = new ArrayList<>(named.values());
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            for (String way : List.of("httpGet", "tcpSocket")) {
                JsonNode port = container.path(probe).path(way).path("port");
                if (!port.isMissingNode()) {
                    ports.add(named.getOrDefault(port.asText(), port.asInt(-1)));
                }
            }
        }
        return ports;
    }
}
