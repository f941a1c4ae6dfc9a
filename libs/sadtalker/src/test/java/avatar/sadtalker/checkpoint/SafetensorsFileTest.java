package avatar.sadtalker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

    private static final String TWO_TENSORS = """
            {"__metadata__": {"format": "pt"},
             "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
             "b": {"dtype": "F32", "shape": [], "data_offsets": [8, 12]}}""";

    @TempDir
    Path folder;

    @Test
    void readsTensorsByName() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(write(TWO_TENSORS, 1, 2, 3))) {
            assertThat(file.tensors()).containsExactly("a", "b");
            assertThat(file.shape("a")).isEqualTo(Shape.of(2, 1));
            assertThat(file.floats("b")).containsExactly(3);
            assertThat(file.floats("a")).containsExactly(1, 2);
        }
    }

    @Test
    void refusesAHeaderOfTenGigabytesWithoutReadingIt() throws IOException {
        Path file = folder.resolve("large.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(64)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(10_000_000_000L)
                        .array());

        assertRefused(file, "'large.safetensors' is not a readable safetensors file", "10000000000");
    }

    @Test
    void refusesAHeaderThatEndsWithTheFile() throws IOException {
        Path file = folder.resolve("short.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(64)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(1_000)
                        .array());

        assertRefused(file, "is cut off", "within its header of 1,000");
    }

    @Test
    void refusesAFileThatEndsWithinATensor() throws IOException {
        assertRefused(write(TWO_TENSORS, 1, 2), "is cut off", "'b'");
    }

    @Test
    void refusesAFileWithMoreThanItsTensors() throws IOException {
        assertRefused(write(TWO_TENSORS, 1, 2, 3, 4), "16 bytes", "12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1], \"data_offsets\": [0, 4]}} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 4]}} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 0]}} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [-4, 0]}} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [4294967296, 4294967296], \"data_offsets\": [0, 0]}} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": \"x\", \"data_offsets\": [0, 4]}} | 'a'",
                "{\"a\": {\"dtype\": \"Q9\", \"shape\": [1], \"data_offsets\": [0, 4]}} | 'a'",
                "{\"a\": 7} | 'a'",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}, \"a\": {}} | 'a'",
                "[] | not a JSON object",
                "{\"a\": | not a JSON object"
            })
    void refusesAHeaderThatMakesNoSense(String header, String named) throws IOException {
        assertRefused(write(header, 1), named);
    }

    @Test
    void refusesTensorsOfAnotherTypeWhenTheyAreAskedFor() throws IOException {
        Path file = write("{\"n\": {\"dtype\": \"I64\", \"shape\": [], \"data_offsets\": [0, 8]}}", 1, 2);

        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertThatThrownBy(() -> opened.floats("n")).hasMessageContaining("'n' as I64, expected F32");
        }
    }

    private Path write(String header, float... numbers) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4 * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return Files.write(folder.resolve("test.safetensors"), bytes.array());
    }

    private static void assertRefused(Path file, String... said) {
        assertThatThrownBy(() -> SafetensorsFile.open(file).close())
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContainingAll(said);
    }
}
