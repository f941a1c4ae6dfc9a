package avatar.sadtalker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.golden.TorchArchive;
import avatar.sadtalker.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {

    @TempDir
    Path folder;

    @Test
    void readsTheTensorsOfADictionary() throws IOException {
        Path file = folder.resolve("model.pth.tar");
        TorchArchive.write(
                file,
                "mapping",
                List.of(
                        new TorchArchive.Stored("mapping.fc.weight", List.of(2, 3), floats(1, 2, 3, 4, 5, 6)),
                        new TorchArchive.Stored("mapping.fc.bias", List.of(2), floats(7, 8))));

        try (TorchFile opened = TorchFile.open(file, "mapping")) {
            assertThat(opened.tensors()).containsExactly("fc.weight", "fc.bias");
            assertThat(opened.shape("fc.weight")).isEqualTo(Shape.of(2, 3));
            assertThat(opened.floats("fc.weight")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(opened.floats("fc.bias")).containsExactly(7, 8);
        }
        assertRefused(file, "generator", "no dictionary 'generator'", "mapping", "global_step");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() throws IOException {
        Path whole = folder.resolve("whole.pth.tar");
        TorchArchive.write(
                whole,
                "mapping",
                List.of(new TorchArchive.Stored("mapping.a", List.of(1_000), floats(new float[1_000]))));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.pth.tar"), Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(cut, "mapping", "'cut.pth.tar' is not a complete zip archive");
    }

    @Test
    void refusesATensorWhoseFileEndsEarly() throws IOException {
        Path file = folder.resolve("short.pth.tar");
        TorchArchive.write(
                file, "mapping", List.of(new TorchArchive.Stored("mapping.a", List.of(1_000), floats(1, 2))));

        try (TorchFile opened = TorchFile.open(file, "mapping")) {
            assertThatThrownBy(() -> opened.floats("a"))
                    .isInstanceOf(AvatarException.class)
                    .hasMessageContaining("'a'");
        }
    }

    @ParameterizedTest
    @CsvSource({"posix, system", "os, system", "builtins, eval", "numpy.core.multiarray, scalar", "torch, load"})
    void refusesAPickleThatWantsToBuildAnything(String module, String symbol) throws IOException {
        String call = "c%s\n%s\n(X\u0002\u0000\u0000\u0000lstR.".formatted(module, symbol);

        assertRefused(archive("\u0080\u0002" + call), "mapping", "would build '%s.%s'".formatted(module, symbol));
    }

    /** The same by the instruction of newer protocols, which takes the names from the stack. */
    @Test
    void refusesItByNamesOnTheStack() throws IOException {
        String call = "\u008c\u0005posix\u008c\u0006system\u0093.";

        assertRefused(archive("\u0080\u0004" + call), "mapping", "would build 'posix.system'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "o", "\u0081", "\u0092", "\u0082", "P", "S", "\u0097"})
    void refusesInstructionsThatNoTensorNeeds(String instruction) throws IOException {
        assertRefused(
                archive("\u0080\u0002(" + instruction + "posix\nsystem\n."),
                "mapping",
                "instruction 0x%02x".formatted((int) instruction.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing at all
                "\u0080\u0002", // ends before it stops
                "\u0080\u0002}", //
                "\u0080\u0002.", // stops with nothing
                "\u0080\u0002u.", // sets items of nothing
                "\u0080\u0002]K\u0001s.", // sets an item of a list
                "\u0080\u0002h\u0007.", // asks for what it never kept
                "\u0080\u0002X\u00ff\u00ff\u00ff\u007fa.", // text of 2 GB
                "\u0080\u0002X\u00ff\u00ff\u00ff\u00ffa.", // text of less than nothing
                "\u0080\u0009}.", // a protocol of the future
                "\u0080\u0002K\u0001Q.", // a reference to the number 1
                "\u0080\u0002ctorch\nFloatStorage\n)R.", // a call of a type
                "\u0080\u0002]q\u0000h\u0000a.", // a list in itself
                "\u0080\u0002]q\u0000]q\u0001h\u0000ah\u0001aQ." // a reference to one
            })
    void refusesAPickleThatIsNone(String pickle) throws IOException {
        assertRefused(archive(pickle), "mapping", "'hostile.pth.tar'");
    }

    @Test
    void refusesAPickleThatIsTooLongToBeOneOfTensors() throws IOException {
        assertRefused(archive("}".repeat(2 << 20)), "mapping", "1,048,576");
    }

    private Path archive(String pickle) throws IOException {
        Path file = folder.resolve("hostile.pth.tar");
        TorchArchive.write(file, pickle.getBytes(StandardCharsets.ISO_8859_1));
        return file;
    }

    private static byte[] floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    private static void assertRefused(Path file, String dictionary, String... said) {
        assertThatThrownBy(() -> TorchFile.open(file, dictionary).close())
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContainingAll(said);
    }
}
