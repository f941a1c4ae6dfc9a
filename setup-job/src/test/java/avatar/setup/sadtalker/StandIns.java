package avatar.setup.sadtalker;

import avatar.sadtalker.model.ModelAdoption;
import avatar.sadtalker.onnx.ElementType;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.OnnxFile;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Networks of a few operators with SadTalker's inputs and outputs: the picture they make is the photo, lighter or darker with the
 * expression and the pose. Files and tensors are called as in the public sets: the generator as in foocker/SadTalkerTriton, the
 * others as in ailia-models.
 */
public final class StandIns {

    public static final String GENERATOR = "generator.onnx";
    public static final String POSE = "audio2pose.onnx";

    /** Lies beside the others in a public set, and is of no use here: it finds landmarks. */
    public static final String LANDMARKS = "face_align.onnx";

    private static final int SIDE = 256;
    private static final int ANY = Shape.ANY;

    private StandIns() {}

    /** A model bundle. */
    static Path write(Path folder) throws IOException {
        writeFiles(folder);
        new ModelAdoption(folder, null).adopt(line -> {});
        return folder;
    }

    /** The files of one, without a manifest. */
    public static void writeFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        OnnxFile.write(expression(), folder.resolve("audio2exp.onnx"));
        OnnxFile.write(pose(), folder.resolve(POSE));
        OnnxFile.write(face(), folder.resolve("face3d_recon.onnx"));
        OnnxFile.write(mapping(), folder.resolve("mappingnet_full.onnx"));
        OnnxFile.write(points(), folder.resolve("kp_detector.onnx"));
        OnnxFile.write(generator(), folder.resolve(GENERATOR));
        OnnxFile.write(landmarks(), folder.resolve(LANDMARKS));
    }

    /** As loud as it is around a frame, in all coefficients. */
    private static Graph expression() {
        Graph graph = new Graph("audio2exp");
        Operators operators = new Operators(graph);
        Value mel = graph.input("audio", Shape.of(ANY, 1, 80, 16));
        Value ref = graph.input("ref", Shape.of(ANY, ANY, 64));
        Value ratio = graph.input("ratio", Shape.of(1, ANY, 1));
        Value loudness = operators.reshape(operators.mean(mel, 1, 2, 3), Shape.of(1, ANY, 1));
        graph.output("exp", operators.add(operators.add(ref, loudness), ratio));
        return graph;
    }

    /** As chance has it, in all six. */
    private static Graph pose() {
        Graph graph = new Graph("audio2pose");
        Operators operators = new Operators(graph);
        graph.input("chunk_mels", Shape.of(1, 32, 1, 80, 16));
        Value z = graph.input("z", Shape.of(1, 64));
        graph.input("pose_ref", Shape.of(1, 6));
        graph.input("class", ElementType.INT64, Shape.of(1));
        Value mean = operators.reshape(operators.mean(z, 1), Shape.of(1, 1, 1));
        graph.output("motion", operators.expand(mean, Shape.of(1, 32, 6)));
        return graph;
    }

    private static Graph face() {
        Graph graph = new Graph("face_3drecon");
        Operators operators = new Operators(graph);
        Value image = graph.input("input", Shape.of(1, 3, 224, 224));
        Value mean = operators.reshape(operators.mean(image, 1, 2, 3), Shape.of(1, 1));
        graph.output("output", operators.expand(mean, Shape.of(1, 257)));
        return graph;
    }

    /** The expression gives the points' shifts, and the pose a part of the angles. */
    private static Graph mapping() {
        Graph graph = new Graph("mapping");
        Operators operators = new Operators(graph);
        Value mean = operators.mean(graph.input("input_3dmm", Shape.of(ANY, 73, 27)), 2);
        for (int angle = 1; angle <= 3; angle++) {
            graph.output("output_%d".formatted(angle), operators.slice(mean, 1, 4, 70));
        }
        graph.output("output_4", operators.slice(mean, 1, 0, 3));
        graph.output("output_5", operators.slice(mean, 1, 0, 45));
        return graph;
    }

    private static Graph points() {
        Graph graph = new Graph("kp_extractor");
        Operators operators = new Operators(graph);
        Value image = graph.input("input_image", Shape.of(1, 3, SIDE, SIDE));
        Value mean = operators.reshape(operators.mean(image, 1, 2, 3), Shape.of(1, 1, 1));
        graph.output("output", operators.expand(mean, Shape.of(1, 15, 3)));
        return graph;
    }

    private static Graph generator() {
        Graph graph = new Graph("generator");
        Operators operators = new Operators(graph);
        Value source = graph.input("source", Shape.of(1, 3, SIDE, SIDE));
        Value photo = graph.input("source_value", Shape.of(1, 15, 3));
        Value driving = graph.input("driving_value", Shape.of(1, 15, 3));
        Value move = operators.mean(operators.subtract(driving, photo), 1, 2);
        Value lighter = operators.times(operators.reshape(move, Shape.of(1, 1, 1, 1)), 0.01);
        graph.output("output", operators.add(source, lighter));
        return graph;
    }

    private static Graph landmarks() {
        Graph graph = new Graph("landmarks");
        Operators operators = new Operators(graph);
        Value image = graph.input("image", Shape.of(1, 3, SIDE, SIDE));
        graph.output("heatmaps", operators.slice(image, 1, 0, 1));
        return graph;
    }
}
