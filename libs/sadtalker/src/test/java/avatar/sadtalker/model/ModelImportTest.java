package avatar.sadtalker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.golden.FormulaCheckpoint;
import avatar.sadtalker.golden.Golden;
import avatar.sadtalker.golden.TorchArchive;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be imported leaves nothing behind. */
class ModelImportTest {

    @TempDir
    Path folder;

    private Path models;
    private Path checkpoint;
    private Path mapping;

    @BeforeEach
    void files() throws IOException {
        Golden.require();
        models = folder.resolve("models/sadtalker");
        checkpoint = folder.resolve("checkpoint.safetensors");
        mapping = folder.resolve("mapping.pth.tar");
        TorchArchive.write(
                mapping,
                "mapping",
                FormulaCheckpoint.mappingTensors().stream()
                        .map(tensor -> new TorchArchive.Stored(tensor.key(), tensor.shape(), new byte[4]))
                        .toList());
    }

    @Test
    void aTensorOfAWrongShape() throws IOException {
        List<FormulaCheckpoint.Tensor> tensors = new ArrayList<>(FormulaCheckpoint.tensors());
        tensors.replaceAll(tensor -> tensor.key().equals("generator.first.conv.weight")
                ? new FormulaCheckpoint.Tensor(tensor.key(), List.of(64, 4, 3, 3), "F32", "zero")
                : tensor);
        writeWithHoles(tensors);

        assertRefused(
                "'checkpoint.safetensors' has tensor 'generator.first.conv.weight' as 64x4x3x3, expected ?x3x3x3");
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        writeWithHoles(FormulaCheckpoint.tensors());
        try (RandomAccessFile file = new RandomAccessFile(checkpoint.toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }

        assertRefused("'checkpoint.safetensors' is cut off");
    }

    @Test
    void aMappingThatEndsEarly() throws IOException {
        writeWithHoles(FormulaCheckpoint.tensors());

        // Found out only when its numbers are read, by when other networks are written.
        assertRefused("'mapping.pth.tar' is cut off or damaged where tensor 'first.0.weight' is");
    }

    @Test
    void aPickleThatBuildsAnObject() throws IOException {
        writeWithHoles(FormulaCheckpoint.tensors());
        TorchArchive.write(mapping, "cposix\nsystem\n.".getBytes(StandardCharsets.US_ASCII));

        assertRefused("would build 'posix.system'");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> new ModelImport(folder.resolve("nowhere"), mapping, 256).into(models, name -> {}))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_MISSING))
                .hasMessageContaining("nowhere");
    }

    @Test
    void withoutModelsItIsToldWhichToGetAndThatWarpNeedsNone() {
        assertThatThrownBy(() -> ModelBundle.open(models))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_MISSING))
                .hasMessageContainingAll(
                        models.toString(),
                        "SadTalker_V0.0.2_256.safetensors",
                        "mapping_00109-model.pth.tar",
                        "v0.0.2-rc",
                        "models import",
                        "warp");
    }

    /** As large as the official one, but with nothing on the disk where the numbers would be. */
    private void writeWithHoles(List<FormulaCheckpoint.Tensor> tensors) throws IOException {
        FormulaCheckpoint.writeHeader(checkpoint, tensors);
        try (RandomAccessFile file = new RandomAccessFile(checkpoint.toFile(), "rw")) {
            file.setLength(file.length() + FormulaCheckpoint.bytes(tensors));
        }
    }

    private void assertRefused(String said) throws IOException {
        assertThatThrownBy(() -> new ModelImport(checkpoint, mapping, 256).into(models, name -> {}))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContaining(said);
        assertThat(models).doesNotExist();
        if (Files.exists(models.getParent())) {
            assertThat(models.getParent()).isEmptyDirectory();
        }
    }
}
