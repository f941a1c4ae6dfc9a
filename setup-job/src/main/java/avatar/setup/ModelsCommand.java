package avatar.setup;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.GeneratorTiming;
import avatar.sadtalker.model.ModelAdoption;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.ModelImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setup-job models}: the networks of engine sadtalker. */
@Command(name = "models", description = "Prepares the networks of engine sadtalker.", mixinStandardHelpOptions = true)
final class ModelsCommand {

    private static final String FOLDER = "data/models/sadtalker";

    private static final int DEFAULT_RUNS = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "import",
            description = "Converts SadTalker's own checkpoints.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int importCheckpoints(
            @Option(names = "--checkpoint", required = true, description = "SadTalker_V0.0.2_256.safetensors, or _512.")
                    Path checkpoint,
            @Option(names = "--mapping", required = true, description = "mapping_00109-model.pth.tar.") Path mapping,
            @Option(
                            names = "--size",
                            description =
                                    "The size of the pictures it was trained with, 256 or 512 (default: 512 if it is in"
                                            + " the name, else 256).")
                    @Nullable
                    Integer size,
            @Option(
                            names = "--models",
                            defaultValue = FOLDER,
                            description = "The folder to write to (default: ${DEFAULT-VALUE}).")
                    Path models) {
        int side =
                size != null ? size : String.valueOf(checkpoint.getFileName()).contains("512") ? 512 : 256;
        requireSize(side);
        PrintWriter out = spec.commandLine().getOut();
        try {
            new ModelImport(checkpoint, mapping, side).into(models, network -> {
                out.printf("Writing %s%n", network);
                out.flush();
            });
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "The models can't be written to '%s': %s".formatted(models, e), e);
        }
        out.printf("Models for pictures of %dx%d written to %s%n", side, side, models);
        return 0;
    }

    @Command(
            name = "adopt",
            description =
                    "Registers ONNX files of these networks that were exported elsewhere and copied into the folder.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int adopt(
            @Option(
                            names = "--models",
                            defaultValue = FOLDER,
                            description = "The folder of the models (default: ${DEFAULT-VALUE}).")
                    Path models,
            @Option(
                            names = "--size",
                            description =
                                    "The size of their pictures, 256 or 512 (default: as in the files, else 256).")
                    @Nullable
                    Integer size) {
        if (size != null) {
            requireSize(size);
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            ModelBundle bundle = new ModelAdoption(models, size).adopt(line -> {
                out.println(line);
                out.flush();
            });
            int side = bundle.manifest().side();
            out.printf("Models for pictures of %dx%d in %s%n", side, side, models);
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "The models in '%s' can't be registered: %s".formatted(models, e), e);
        }
        return 0;
    }

    private void requireSize(int side) {
        if (side != 256 && side != 512) {
            throw new ParameterException(spec.commandLine(), "--size must be 256 or 512, not %d".formatted(side));
        }
    }

    @Command(
            name = "time",
            description = "Measures how long one picture takes.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int time(
            @Option(names = "--models", defaultValue = FOLDER, description = "The folder of the models.") Path models,
            @Option(
                            names = "--checkpoint",
                            description = "Also measure the unsplit generator of this safetensors file.")
                    @Nullable
                    Path checkpoint,
            @Option(names = "-n", defaultValue = "" + DEFAULT_RUNS, description = "How many pictures.") int runs,
            @Option(names = "--device", defaultValue = "cpu", description = "cpu or cuda.") Execution.Device device)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        GeneratorTiming timing =
                new GeneratorTiming(ModelBundle.open(models), Execution.on(device, out::println), Math.max(1, runs));
        GeneratorTiming.Result result = checkpoint == null ? timing.split() : timing.against(checkpoint);
        out.printf(
                "A picture: %.2f s, %.2f s of the processor (medians of %d)%n",
                result.split().seconds(), result.split().processorSeconds(), timing.runs());
        GeneratorTiming.Cost whole = result.whole();
        if (whole != null) {
            out.printf(
                    "Unsplit: %.2f s, %.2f s of the processor; %.3f and %.3f times as long; largest difference %.1e%n",
                    whole.seconds(),
                    whole.processorSeconds(),
                    whole.seconds() / result.split().seconds(),
                    whole.processorSeconds() / result.split().processorSeconds(),
                    result.largestDifference());
        }
        return 0;
    }
}
