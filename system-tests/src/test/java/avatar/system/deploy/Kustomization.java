package avatar.system.deploy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code kubectl kustomize} makes of a folder, as far as the folders of this project use it: resources, JSON
 * patches, namespace, labels and images. It refuses everything else, so that nothing stays unchecked.
 */
final class Kustomization {

    private static final Set<String> FIELDS =
            Set.of("apiVersion", "kind", "namespace", "labels", "resources", "patches", "images");

    private Kustomization() {}

    /** The objects of a folder, given by its path from the project's root. */
    static List<ObjectNode> render(String folder) {
        return render(Yaml.root().resolve(folder));
    }

    private static List<ObjectNode> render(Path folder) {
        JsonNode kustomization = document(folder.resolve("kustomization.yaml"));
        requireKnown(kustomization, FIELDS, folder);
        List<ObjectNode> objects = new ArrayList<>();
        for (String resource : Yaml.texts(kustomization.path("resources"))) {
            Path path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                objects.addAll(render(path));
            } else {
                Yaml.documents(relative(path)).forEach(object -> objects.add((ObjectNode) object));
            }
        }
        for (JsonNode patch : kustomization.path("patches")) {
            requireKnown(patch, Set.of("path", "target"), folder);
            apply(document(folder.resolve(patch.path("path").asText())), patch.path("target"), objects);
        }
        for (ObjectNode object : objects) {
            setNamespace(object, kustomization.path("namespace").asText());
            kustomization.path("labels").forEach(labels -> addLabels(object, labels));
            kustomization.path("images").forEach(image -> setImage(object, image));
        }
        return objects;
    }

    private static void apply(JsonNode operations, JsonNode target, List<ObjectNode> objects) {
        List<ObjectNode> matching = objects.stream()
                .filter(object -> object.path("kind").equals(target.path("kind")))
                .filter(object -> !target.has("name")
                        || object.path("metadata").path("name").equals(target.path("name")))
                .toList();
        if (matching.isEmpty()) {
            throw new IllegalStateException("A patch has no target: " + target);
        }
        for (ObjectNode object : matching) {
            operations.forEach(operation -> apply(operation, object));
        }
    }

    private static void apply(JsonNode operation, ObjectNode object) {
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        JsonNode parent = object.at(path.head());
        String field = path.last().getMatchingProperty();
        String name = operation.path("op").asText();
        boolean isPossible = name.equals("add") || (name.equals("replace") && parent.has(field));
        if (!(parent instanceof ObjectNode changed) || !isPossible) {
            throw new IllegalStateException("Unknown or impossible patch: " + operation);
        }
        changed.set(field, operation.path("value").deepCopy());
    }

    private static void setNamespace(ObjectNode object, String namespace) {
        if (!namespace.isEmpty() && !object.path("kind").asText().equals("Namespace")) {
            object.withObject("metadata").put("namespace", namespace);
        }
    }

    private static void addLabels(ObjectNode object, JsonNode labels) {
        requireKnown(labels, Set.of("pairs", "includeTemplates"), Path.of("labels"));
        ObjectNode pairs = (ObjectNode) labels.path("pairs");
        object.withObject("metadata").withObject("labels").setAll(pairs);
        if (object.path("spec").path("template") instanceof ObjectNode template) {
            template.withObject("metadata").withObject("labels").setAll(pairs);
        }
    }

    private static void setImage(ObjectNode object, JsonNode image) {
        requireKnown(image, Set.of("name", "newName", "newTag"), Path.of("images"));
        String name = image.path("name").asText();
        for (String list : List.of("containers", "initContainers")) {
            if (object.at("/spec/template/spec/" + list) instanceof ArrayNode containers) {
                for (JsonNode container : containers) {
                    if (container
                            .path("image")
                            .asText()
                            .replaceFirst("[:@].*", "")
                            .equals(name)) {
                        ((ObjectNode) container)
                                .put(
                                        "image",
                                        image.path("newName").asText() + ":"
                                                + image.path("newTag").asText());
                    }
                }
            }
        }
    }

    private static void requireKnown(JsonNode object, Set<String> known, Path where) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Unknown fields %s in %s".formatted(unknown, where));
        }
    }

    private static JsonNode document(Path file) {
        return Yaml.documents(relative(file)).getFirst();
    }

    private static String relative(Path file) {
        return Yaml.root().relativize(file).toString();
    }
}
