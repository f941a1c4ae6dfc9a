package avatar.sadtalker.golden;

import avatar.contract.folder.Folders;
import avatar.sadtalker.checkpoint.SafetensorsFile;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.ModelImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the models imported from checkpoints with weights by formula: written once for all tests, deleted after
 * them.
 */
public final class FormulaModels implements ParameterResolver {

    /**
     * What was made.
     *
     * @param checkpoint the safetensors file that {@code bundle} came from
     */
    public record Made(Path folder, Path checkpoint, Path mapping, ModelBundle bundle) implements AutoCloseable {

        private static Made make() {
            try {
                return in(Files.createTempDirectory("sadtalker"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Made in(Path folder) throws IOException {
            try {
                Path checkpoint = folder.resolve("SadTalker_V0.0.2_256.safetensors");
                Path mapping = folder.resolve("mapping_00109-model.pth.tar");
                FormulaCheckpoint.writeSafetensors(checkpoint, FormulaCheckpoint.tensors());
                TorchArchive.write(
                        mapping,
                        "mapping",
                        FormulaCheckpoint.mappingTensors().stream()
                                .map(tensor -> new TorchArchive.Stored(tensor.key(), tensor.shape(), tensor::data))
                                .toList());
                Path models = folder.resolve("models");
                new ModelImport(checkpoint, mapping, 256).into(models, name -> {});
                return new Made(folder, checkpoint, mapping, ModelBundle.open(models));
            } catch (IOException | RuntimeException e) {
                Folders.delete(folder);
                throw e;
            }
        }

        public SafetensorsFile open() throws IOException {
            return SafetensorsFile.open(checkpoint);
        }

        @Override
        public void close() throws IOException {
            Folders.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Made.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Golden.require();
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FormulaModels.class))
                .computeIfAbsent(Made.class, _ -> Made.make(), Made.class);
    }
}
