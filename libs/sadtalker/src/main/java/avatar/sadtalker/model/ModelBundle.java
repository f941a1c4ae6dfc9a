package avatar.sadtalker.model;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder with the networks: {@code models/sadtalker/}. */
public record ModelBundle(Path folder, ModelManifest manifest) {

    public static final String MANIFEST = "manifest.json";

    private static final List<LogicalNetwork> NEEDED = List.of(
            LogicalNetwork.AUDIO2EXP, LogicalNetwork.FACE_3DRECON, LogicalNetwork.MAPPING, LogicalNetwork.KP_EXTRACTOR);

    private static final List<LogicalNetwork> PARTS =
            List.of(LogicalNetwork.GENERATOR_PHOTO, LogicalNetwork.GENERATOR_EXPRESSION);

    /**
     * Opens the bundle, and checks that all required networks are there. The content of a file is checked when it is
     * loaded.
     *
     * @throws AvatarException {@link ErrorCode#MODEL_MISSING}, with what to get and where to put it, or
     *     {@link ErrorCode#INVALID_MODEL}
     */
    public static ModelBundle open(Path folder) {
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(ErrorCode.MODEL_MISSING, MissingModel.message(folder));
        }
        try {
            ModelBundle bundle = new ModelBundle(folder, Json.read(Files.readAllBytes(file), ModelManifest.class));
            return bundle.checked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AvatarException e) {
            throw e.code() == ErrorCode.MALFORMED_RECORD
                    ? new AvatarException(
                            ErrorCode.INVALID_MODEL, "%s can't be read: %s".formatted(file, e.getMessage()), e)
                    : e;
        }
    }

    /** This bundle, if all files of its manifest and all required networks exist. */
    ModelBundle checked() throws IOException {
        if (manifest.version() != ModelManifest.VERSION) {
            throw invalid(
                    "is of version %d; this program reads %d".formatted(manifest.version(), ModelManifest.VERSION));
        }
        if (manifest.side() != 256 && manifest.side() != 512) {
            throw invalid("says that pictures have %d pixels a side, expected 256 or 512".formatted(manifest.side()));
        }
        for (Map.Entry<String, ModelManifest.NetworkFile> entry :
                manifest.networks().entrySet()) {
            LogicalNetwork network = LogicalNetwork.labelled(entry.getKey())
                    .orElseThrow(() -> invalid("has a network '%s'; expected some of %s"
                            .formatted(
                                    entry.getKey(),
                                    List.of(LogicalNetwork.values()).stream()
                                            .map(LogicalNetwork::label)
                                            .toList())));
            requireNames(network, entry.getValue());
            requireFile(entry.getValue());
        }
        NEEDED.forEach(this::requireThere);
        if (!has(LogicalNetwork.GENERATOR)) {
            PARTS.forEach(this::requireThere);
        }
        return this;
    }

    private void requireNames(LogicalNetwork network, ModelManifest.NetworkFile file) {
        List<String> inputs = LogicalTensor.names(network.inputs());
        List<String> outputs = LogicalTensor.names(network.outputs());
        if (!file.inputs().keySet().containsAll(inputs)
                || !file.outputs().keySet().containsAll(outputs)) {
            throw invalid("names inputs %s and outputs %s of '%s', expected %s and %s"
                    .formatted(file.inputs().keySet(), file.outputs().keySet(), network.label(), inputs, outputs));
        }
    }

    private void requireFile(ModelManifest.NetworkFile file) throws IOException {
        Path path = path(file);
        if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            throw invalid("names '%s', which does not exist".formatted(file.file()));
        }
        if (Files.size(path) != file.bytes()) {
            throw invalid(
                    "says that '%s' has %,d bytes; it has %,d".formatted(file.file(), file.bytes(), Files.size(path)));
        }
    }

    private void requireThere(LogicalNetwork network) {
        if (!has(network)) {
            throw invalid("has no network '%s'; found %s"
                    .formatted(network.label(), manifest.networks().keySet()));
        }
    }

    public boolean has(LogicalNetwork network) {
        return manifest.networks().containsKey(network.label());
    }

    /**
     * Loads a network; a second or two for the largest.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if its file was changed or ONNX Runtime can't load it
     */
    public Network load(LogicalNetwork network, Execution execution) {
        ModelManifest.NetworkFile file = manifest.networks().get(network.label());
        if (file == null) {
            throw invalid("has no network '%s'".formatted(network.label()));
        }
        try {
            String found = AvatarBundle.sha256(path(file));
            if (!found.equals(file.sha256())) {
                throw invalid(
                        "says that the SHA-256 of '%s' is %s; it is %s".formatted(file.file(), file.sha256(), found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Network.load(network, file, path(file), execution);
    }

    private Path path(ModelManifest.NetworkFile file) {
        return folder.resolve(file.file()).normalize();
    }

    private AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_MODEL, "'%s' %s".formatted(folder.resolve(MANIFEST), detail));
    }
}
