package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.mouths.sadtalker.StandIns;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.ModelManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final CommandLine commandLine =
            SetupJob.commandLine().setErr(new PrintWriter(output, true)).setOut(new PrintWriter(output, true));

    @Test
    void invalidCheckpointIsReportedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "no checkpoint at all, but text");

        int exitCode = commandLine.execute(
                "models", "import", "--checkpoint", file.toString(), "--mapping", "none", "--models", models());

        assertThat(exitCode).isEqualTo(1);
        assertThat(output.toString())
                .contains("INVALID_MODEL", "'a.safetensors'")
                .hasLineCount(1);
        assertThat(Path.of(models())).doesNotExist();
    }

    @Test
    void invalidSizeIsRejected() {
        int exitCode = commandLine.execute(
                "models", "import", "--checkpoint", "a", "--mapping", "b", "--size", "300", "--models", models());

        assertThat(exitCode).isEqualTo(2);
        assertThat(output.toString()).contains("256 or 512, not 300");
    }

    @Test
    void missingModelsAreReportedInOneLine() {
        int exitCode = commandLine.execute("models", "time", "--models", models());

        assertThat(exitCode).isEqualTo(1);
        assertThat(output.toString()).contains("MODEL_MISSING", "models import").hasLineCount(1);
    }

    @Test
    void filesFromElsewhereAreRecognizedByTheirShapes() throws IOException {
        StandIns.writeFiles(Path.of(models()));

        assertThat(adopt()).isZero();

        assertThat(output.toString())
                .contains(
                        "audio2exp.onnx: audio2exp",
                        "face3d_recon.onnx: face_3drecon",
                        "mappingnet_full.onnx: mapping",
                        "kp_detector.onnx: kp_extractor",
                        "face_align.onnx: left alone",
                        "Models for pictures of 256x256");
        Map<String, ModelManifest.NetworkFile> networks =
                ModelBundle.open(Path.of(models())).manifest().networks();
        assertThat(Objects.requireNonNull(networks.get("generator")).inputs())
                .isEqualTo(Map.of("source", "source", "kp_driving", "driving_value", "kp_source", "source_value"));
        assertThat(Objects.requireNonNull(networks.get("audio2pose")).inputs())
                .isEqualTo(Map.of("mel", "chunk_mels", "z", "z", "class", "class", "ref", "pose_ref"));
        assertThat(Objects.requireNonNull(networks.get("mapping")).outputs())
                .isEqualTo(Map.of(
                        "yaw",
                        "output_1",
                        "pitch",
                        "output_2",
                        "roll",
                        "output_3",
                        "t",
                        "output_4",
                        "exp",
                        "output_5"));
    }

    @Test
    void filesThatDoNotMakeASetAreRefused() throws IOException {
        StandIns.writeFiles(Path.of(models()));
        Path generator = Path.of(models(), StandIns.GENERATOR);
        Path other = Path.of(models(), "other.onnx");

        Files.copy(generator, other);
        assertRefused(
                "INVALID_MODEL",
                "'generator.onnx' and 'other.onnx' in '%s' are both network 'generator'".formatted(models()));

        Files.writeString(other, "no network");
        assertRefused("INVALID_MODEL", "other.onnx' can't be loaded");

        Files.delete(other);
        assertRefused("INVALID_OPTION", "make pictures of 256, not of 512", "--size", "512");

        Files.delete(generator);
        assertRefused("INVALID_MODEL", "has no network 'generator_photo'");

        assertThat(commandLine.execute("models", "adopt", "--models", folder.toString()))
                .isEqualTo(1);
        assertThat(output.toString()).contains("MODEL_MISSING", "no .onnx files");
    }

    private void assertRefused(String code, String message, String... options) {
        output.getBuffer().setLength(0);
        assertThat(adopt(options)).isEqualTo(1);
        assertThat(output.toString().lines().toList().getLast()).contains(code, message);
        assertThat(Path.of(models(), ModelBundle.MANIFEST)).doesNotExist();
    }

    private int adopt(String... options) {
        return commandLine.execute(Stream.concat(Stream.of("models", "adopt", "--models", models()), Stream.of(options))
                .toArray(String[]::new));
    }

    private String models() {
        return folder.resolve("models").toString();
    }
}
