package avatar.speech.piper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Voices with the inputs and the output of Piper's, which answer a tone or their inputs instead of speech. */
final class TinyVoice {

    /** Samples of a tone for each id, as many as a hop of Piper's voices. */
    static final int SAMPLES_PER_ID = 256;

    static final int RATE_HZ = 16_000;

    /** A few phonemes; {@code a} has two ids, as a map may have it. */
    static final String JSON = """
            {"audio": {"sample_rate": 16000, "quality": "low"}, "dataset": "tiny", "espeak": {"voice": "en-us"},
             "language": {"code": "en_GB"}, "inference": {"noise_scale": 0.5, "length_scale": 1.0, "noise_w": 0.25},
             "phoneme_type": "espeak", "num_symbols": 30, "num_speakers": 1, "phoneme_id_map": {"_": [0], "^": [1],
             "$": [2], " ": [3], ".": [10], "a": [14, 15], "b": [16], "\u0303": [17], "aɪ": [99], "ˈ": [20]}}""";

    private TinyVoice() {}

    /** A tone of {@link #SAMPLES_PER_ID} samples for each id, longer by the scale of the length. */
    static byte[] tone() {
        return waves("Sin").bytes();
    }

    /** Its sound is no number: the root of a negative one. */
    static byte[] brokenTone() {
        return waves("Sqrt").bytes();
    }

    private static OnnxFile waves(String operator) {
        OnnxFile file = piper(4).whole("zero", 0)
                .whole("one", 1)
                .real("samplesPerId", SAMPLES_PER_ID)
                .real("step", -0.1f);
        cast(file, "input_lengths", OnnxFile.FLOAT, "lengths")
                .node("Squeeze", List.of("lengths"), "ids")
                .node("Gather", List.of("scales", "one"), "lengthScale")
                .node("Mul", List.of("ids", "samplesPerId"), "samples")
                .node("Mul", List.of("samples", "lengthScale"), "scaledSamples");
        cast(file, "scaledSamples", OnnxFile.INT64, "count").node("Range", List.of("zero", "count", "one"), "counted");
        return cast(file, "counted", OnnxFile.FLOAT, "times")
                .node("Mul", List.of("times", "step"), "angles")
                .node(operator, List.of("angles"), "wave")
                .node("Reshape", List.of("wave", "soundShape"), "output");
    }

    /** Answers the ids it was given, their number, and the three scales. */
    static byte[] echo() {
        return echo(piper(3), List.of("ids", "lengths", "scales"));
    }

    /** As {@link #echo}, and the number of the speaker after them. */
    static byte[] echoOfManySpeakers() {
        OnnxFile file = cast(piper(4).input("sid", OnnxFile.INT64, 1), "sid", OnnxFile.FLOAT, "speaker");
        return echo(file, List.of("ids", "lengths", "scales", "speaker"));
    }

    private static byte[] echo(OnnxFile file, List<String> inputs) {
        return cast(cast(file, "input", OnnxFile.FLOAT, "inputs"), "input_lengths", OnnxFile.FLOAT, "lengths")
                .node("Squeeze", List.of("inputs"), "ids")
                .node("Concat", inputs, "echo", "axis", 0)
                .node("Reshape", List.of("echo", "soundShape"), "output")
                .bytes();
    }

    private static OnnxFile cast(OnnxFile file, String input, int toType, String output) {
        return file.node("Cast", List.of(input), output, "to", toType);
    }

    /** A model that answers numbers which are no sound. */
    static byte[] noSound() {
        return new OnnxFile()
                .input("input", OnnxFile.INT64, 2)
                .input("input_lengths", OnnxFile.INT64, 1)
                .input("scales", OnnxFile.FLOAT, 1)
                .node("Squeeze", List.of("input"), "output")
                .output("output", OnnxFile.INT64, 1)
                .bytes();
    }

    /** A model that has one input that no voice of Piper has. */
    static byte[] unknownInput() {
        return waves("Sin").input("style", OnnxFile.FLOAT, 2).bytes();
    }

    private static OnnxFile piper(int dimensions) {
        return new OnnxFile()
                .input("input", OnnxFile.INT64, 2)
                .input("input_lengths", OnnxFile.INT64, 1)
                .input("scales", OnnxFile.FLOAT, 1)
                .whole("soundShape", dimensions == 4 ? new long[] {1, 1, 1, -1} : new long[] {1, 1, -1})
                .output("output", OnnxFile.FLOAT, dimensions);
    }

    /** Puts both files of a voice into a folder. */
    static Path write(Path folder, String name, byte[] model, String json) {
        try {
            Files.write(folder.resolve(name + ".onnx.json"), json.getBytes(UTF_8));
            return Files.write(folder.resolve(name + ".onnx"), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
