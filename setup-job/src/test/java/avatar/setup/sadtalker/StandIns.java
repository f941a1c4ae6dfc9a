package avatar.setup.sadtalker;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.json.Json;
import avatar.sadtalker.model.LogicalNetwork;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.ModelManifest;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.OnnxFile;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks of a few operators with SadTalker's inputs and outputs: the picture they make is the photo, lighter or darker with the
 * expression. The generator is in one piece, and its tensors have names of their own.
 */
final class StandIns {

    private static final int SIDE = 256;

    private StandIns() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, ModelManifest.NetworkFile> networks = new LinkedHashMap<>();
        add(networks, folder, LogicalNetwork.AUDIO2EXP, expression(), Map.of());
        add(networks, folder, LogicalNetwork.FACE_3DRECON, face(), Map.of());
        add(networks, folder, LogicalNetwork.MAPPING, mapping(), Map.of());
        add(networks, folder, LogicalNetwork.KP_EXTRACTOR, points(), Map.of());
        add(
                networks,
                folder,
                LogicalNetwork.GENERATOR,
                generator(),
                Map.of("kp_driving", "driving_value", "kp_source", "source_value", "prediction", "output"));
        ModelManifest manifest = new ModelManifest(ModelManifest.VERSION, SIDE, "stand-ins", networks);
        Files.write(folder.resolve(ModelBundle.MANIFEST), Json.write(manifest));
        return folder;
    }

    private static void add(
            Map<String, ModelManifest.NetworkFile> networks,
            Path folder,
            LogicalNetwork network,
            Graph graph,
            Map<String, String> names)
            throws IOException {
        Path file = folder.resolve(network.label() + ".onnx");
        OnnxFile.write(graph, file);
        networks.put(
                network.label(),
                new ModelManifest.NetworkFile(
                        network.label() + ".onnx",
                        Files.size(file),
                        AvatarBundle.sha256(file),
                        named(network.inputs(), names),
                        named(network.outputs(), names)));
    }

    private static Map<String, String> named(List<String> logical, Map<String, String> names) {
        Map<String, String> named = new HashMap<>();
        logical.forEach(name -> named.put(name, names.getOrDefault(name, name)));
        return named;
    }

    /** As loud as it is around a frame, in all coefficients. */
    private static Graph expression() {
        Graph graph = new Graph("audio2exp");
        Operators operators = new Operators(graph);
        Value mel = graph.input("mel", Shape.of(Shape.ANY, 1, 80, 16));
        Value ref = graph.input("ref", Shape.of(1, Shape.ANY, 64));
        graph.input("ratio", Shape.of(1, Shape.ANY));
        Value loudness = operators.reshape(operators.mean(mel, 1, 2, 3), Shape.of(1, Shape.ANY, 1));
        graph.output("exp", operators.add(ref, loudness));
        return graph;
    }

    private static Graph face() {
        Graph graph = new Graph("face_3drecon");
        Operators operators = new Operators(graph);
        Value image = graph.input("image", Shape.of(1, 3, 224, 224));
        Value mean = operators.reshape(operators.mean(image, 1, 2, 3), Shape.of(1, 1));
        graph.output("coeff", operators.expand(mean, Shape.of(1, 257)));
        return graph;
    }

    private static Graph mapping() {
        Graph graph = new Graph("mapping");
        Operators operators = new Operators(graph);
        Value mean = operators.mean(graph.input("coeff", Shape.of(1, 73, 27)), 2);
        for (String angle : List.of("yaw", "pitch", "roll")) {
            graph.output(angle, operators.slice(mean, 1, 0, 66));
        }
        graph.output("t", operators.slice(mean, 1, 0, 3));
        graph.output("exp", operators.slice(mean, 1, 0, 45));
        return graph;
    }

    private static Graph points() {
        Graph graph = new Graph("kp_extractor");
        Operators operators = new Operators(graph);
        Value image = graph.input("image", Shape.of(1, 3, SIDE, SIDE));
        Value mean = operators.reshape(operators.mean(image, 1, 2, 3), Shape.of(1, 1, 1));
        graph.output("kp", operators.expand(mean, Shape.of(1, 15, 3)));
        return graph;
    }

    private static Graph generator() {
        Graph graph = new Graph("generator");
        Operators operators = new Operators(graph);
        Value source = graph.input("source", Shape.of(1, 3, SIDE, SIDE));
        Value driving = graph.input("driving_value", Shape.of(1, 15, 3));
        Value photo = graph.input("source_value", Shape.of(1, 15, 3));
        Value move = operators.mean(operators.subtract(driving, photo), 1, 2);
        Value lighter = operators.times(operators.reshape(move, Shape.of(1, 1, 1, 1)), 0.01);
        graph.output("output", operators.add(source, lighter));
        return graph;
    }
}
