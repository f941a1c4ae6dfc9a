package avatar.sadtalker.model;

import avatar.sadtalker.checkpoint.Checkpoint;
import avatar.sadtalker.checkpoint.SafetensorsFile;
import avatar.sadtalker.network.SadTalkerNetworks;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.OnnxFile;
import avatar.sadtalker.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time of a picture, with the photo's part of the generator done beforehand, and without.
 *
 * @param runs of each, after a warm-up
 */
public record GeneratorTiming(ModelBundle models, Execution execution, int runs) {

    private static final int POINTS = 15;

    /**
     * The measured times.
     *
     * @param whole of the unsplit generator; null if it was not measured
     * @param largestDifference between a value of the two pictures, 0..1
     */
    public record Result(Cost split, @Nullable Cost whole, double largestDifference) {}

    /**
     * Medians for one picture.
     *
     * @param seconds of elapsed time
     * @param processorSeconds of processor time of all threads of this process
     */
    public record Cost(double seconds, double processorSeconds) {

        static Cost median(List<Cost> costs) {
            return new Cost(median(costs, Cost::seconds), median(costs, Cost::processorSeconds));
        }

        private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
            return costs.stream().mapToDouble(part).sorted().toArray()[costs.size() / 2];
        }
    }

    /**
     * Measures the two parts alone.
     *
     * @throws avatar.contract.problem.AvatarException if the generator of the bundle is not split
     */
    public Result split() {
        try (Network expression = models.load(LogicalNetwork.GENERATOR_EXPRESSION, execution)) {
            Network.Call call = call(expression);
            call.run("prediction");
            List<Cost> costs = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                costs.add(cost(call));
            }
            return new Result(Cost.median(costs), null, 0);
        }
    }

    /** Measures the split and the unsplit generator by turns, so that other load affects both. */
    public Result against(Path checkpoint) throws IOException {
        Path whole = Files.createTempFile("generator", ".onnx");
        try {
            try (Checkpoint opened = SafetensorsFile.open(checkpoint)) {
                Graph graph = SadTalkerNetworks.wholeGenerator(
                        opened, models.manifest().side());
                OnnxFile.write(graph, whole);
            }
            ModelManifest.NetworkFile file = new ModelManifest.NetworkFile(
                    String.valueOf(whole.getFileName()), Files.size(whole), "", Map.of(), Map.of());
            try (Network expression = models.load(LogicalNetwork.GENERATOR_EXPRESSION, execution);
                    Network piece = Network.load(LogicalNetwork.GENERATOR, file, whole, execution)) {
                return byTurns(call(expression), points(piece).with("source", pictureShape(), picture()));
            }
        } finally {
            Files.delete(whole);
        }
    }

    private Result byTurns(Network.Call split, Network.Call whole) {
        double difference = difference(
                split.run("prediction").get("prediction"),
                whole.run("prediction").get("prediction"));
        List<Cost> inParts = new ArrayList<>();
        List<Cost> inOne = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            inParts.add(cost(split));
            inOne.add(cost(whole));
        }
        return new Result(Cost.median(inParts), Cost.median(inOne), difference);
    }

    private static double difference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private Network.Call call(Network expression) {
        try (Network photo = models.load(LogicalNetwork.GENERATOR_PHOTO, execution)) {
            Tensors features =
                    photo.call().with("source", pictureShape(), picture()).run("features", "compressed");
            return points(expression).with("features", features).with("compressed", features);
        }
    }

    private static Network.Call points(Network network) {
        Shape shape = Shape.of(1, POINTS, 3);
        return network.call()
                .with("kp_driving", shape, random(3 * POINTS, 1))
                .with("kp_source", shape, random(3 * POINTS, 2));
    }

    private Shape pictureShape() {
        int side = models.manifest().side();
        return Shape.of(1, 3, side, side);
    }

    private float[] picture() {
        return random((int) pictureShape().elements(), 3);
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static Cost cost(Network.Call call) {
        double processor = processorSeconds();
        long start = System.nanoTime();
        call.run("prediction");
        return new Cost((System.nanoTime() - start) / 1e9, processorSeconds() - processor);
    }

    private static double processorSeconds() {
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return used.toNanos() / 1e9;
    }
}
