package avatar.sadtalker.model;

import ai.onnxruntime.OrtException;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model bundle of ONNX files that were exported elsewhere, and recognizes the networks by the shapes of their
 * tensors.
 *
 * @param folder of the files, which becomes the bundle
 * @param size of photo and picture, 256 or 512; null: as in the files, or 256
 */
public record ModelAdoption(Path folder, @Nullable Integer size) {

    private static final int DEFAULT_SIDE = 256;

    /**
     * Writes the manifest, unless a network is missing.
     *
     * @param log receives a line for each file: the network that it is
     * @throws AvatarException {@link ErrorCode#MODEL_MISSING} if there are no files; {@link ErrorCode#INVALID_MODEL} if
     *     a network is missing or there twice; {@link ErrorCode#INVALID_OPTION} if the files are of another size
     */
    public ModelBundle adopt(Consumer<String> log) throws IOException {
        Map<LogicalNetwork, Found> found = found(log);
        Map<String, ModelManifest.NetworkFile> networks = new LinkedHashMap<>();
        for (Map.Entry<LogicalNetwork, Found> entry : found.entrySet()) {
            networks.put(entry.getKey().label(), entry.getValue().file());
        }
        ModelManifest manifest = new ModelManifest(ModelManifest.VERSION, side(found), "files found there", networks);
        ModelBundle bundle = new ModelBundle(folder, manifest).checked();
        Path growing = folder.resolve(ModelBundle.MANIFEST + ".growing");
        Files.write(growing, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        Files.move(growing, folder.resolve(ModelBundle.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        return bundle;
    }

    private record Found(Signature signature, ModelManifest.NetworkFile file) {}

    private Map<LogicalNetwork, Found> found(Consumer<String> log) throws IOException {
        Map<LogicalNetwork, Found> found = new LinkedHashMap<>();
        for (Path file : files()) {
            Signature signature = signature(file);
            Optional<LogicalNetwork> network = signature.network();
            log.accept("%s: %s"
                    .formatted(
                            file.getFileName(),
                            network.map(LogicalNetwork::label).orElse("left alone")));
            if (network.isPresent()) {
                add(found, network.get(), file, signature);
            }
        }
        return found;
    }

    private void add(Map<LogicalNetwork, Found> found, LogicalNetwork network, Path file, Signature signature)
            throws IOException {
        ModelManifest.NetworkFile entry = ModelManifest.NetworkFile.of(
                file,
                signature.inputsAs(network).orElseThrow(),
                signature.outputsAs(network).orElseThrow());
        Found other = found.put(network, new Found(signature, entry));
        if (other != null) {
            throw new AvatarException(
                    ErrorCode.INVALID_MODEL,
                    "'%s' and '%s' in '%s' are both network '%s'; remove one of them"
                            .formatted(other.file().file(), entry.file(), folder, network.label()));
        }
    }

    private List<Path> files() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> models = files.filter(file -> file.toString().endsWith(".onnx"))
                        .sorted()
                        .toList();
                if (!models.isEmpty()) {
                    return models;
                }
            }
        }
        throw new AvatarException(ErrorCode.MODEL_MISSING, "Found no .onnx files in '%s'".formatted(folder));
    }

    private static Signature signature(Path file) {
        try {
            return Signature.of(file);
        } catch (OrtException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_MODEL, "'%s' can't be loaded: %s".formatted(file, e.getMessage()), e);
        }
    }

    private int side(Map<LogicalNetwork, Found> found) {
        Optional<Integer> said = Stream.of(
                        LogicalNetwork.GENERATOR, LogicalNetwork.GENERATOR_PHOTO, LogicalNetwork.KP_EXTRACTOR)
                .filter(found::containsKey)
                .flatMap(network -> width(network, Objects.requireNonNull(found.get(network))).stream())
                .findFirst();
        if (size != null && said.isPresent() && !said.get().equals(size)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "The files in '%s' make pictures of %d, not of %d".formatted(folder, said.get(), size));
        }
        return said.orElse(size == null ? DEFAULT_SIDE : size);
    }

    private static Optional<Integer> width(LogicalNetwork network, Found found) {
        String picture = network.inputs().getFirst().name();
        return found.signature()
                .size(Objects.requireNonNull(found.file().inputs().get(picture)), -1);
    }
}
