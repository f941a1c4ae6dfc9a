package avatar.sadtalker.model;

import avatar.contract.folder.GrowingFolder;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.checkpoint.Checkpoint;
import avatar.sadtalker.checkpoint.SafetensorsFile;
import avatar.sadtalker.checkpoint.TorchFile;
import avatar.sadtalker.network.SadTalkerNetworks;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a model bundle of SadTalker's own checkpoints.
 *
 * @param checkpoint {@code SadTalker_V0.0.2_256.safetensors}, or {@code _512}
 * @param mapping {@code mapping_00109-model.pth.tar}
 * @param side of photo and picture, in pixels: 256 or 512, as the checkpoint was trained
 */
public record ModelImport(Path checkpoint, Path mapping, int side) {

    private static final String DICTIONARY = "mapping";

    /**
     * Reads the checkpoints and writes the bundle, completely or not at all.
     *
     * @param log receives the name of each network before it is written
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if a checkpoint is invalid;
     *     {@link ErrorCode#MODEL_MISSING} if it is not there
     */
    public void into(Path folder, Consumer<String> log) throws IOException {
        try (Checkpoint all = SafetensorsFile.open(existing(checkpoint));
                Checkpoint ofMapping = TorchFile.open(existing(mapping), DICTIONARY)) {
            List<Graph> graphs = SadTalkerNetworks.of(all, ofMapping, side);
            try (GrowingFolder growing = GrowingFolder.beside(folder)) {
                Map<String, ModelManifest.NetworkFile> networks = new LinkedHashMap<>();
                for (Graph graph : graphs) {
                    log.accept(graph.name());
                    networks.put(graph.name(), written(graph, growing));
                }
                String origin = "%s and %s".formatted(all.name(), ofMapping.name());
                ModelManifest manifest = new ModelManifest(ModelManifest.VERSION, side, origin, networks);
                Files.write(
                        growing.file(ModelBundle.MANIFEST),
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
                growing.publish();
            }
        }
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(
                    ErrorCode.MODEL_MISSING,
                    "File '%s' does not exist; expected a checkpoint of SadTalker".formatted(file),
                    new NoSuchFileException(file.toString()));
        }
        return file;
    }

    private static ModelManifest.NetworkFile written(Graph graph, GrowingFolder folder) throws IOException {
        LogicalNetwork network = LogicalNetwork.labelled(graph.name()).orElseThrow();
        Path file = folder.file(graph.name() + ".onnx");
        OnnxFile.write(graph, file);
        return ModelManifest.NetworkFile.of(file, themselves(network.inputs()), themselves(network.outputs()));
    }

    private static Map<String, String> themselves(List<LogicalTensor> tensors) {
        return LogicalTensor.names(tensors).stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
