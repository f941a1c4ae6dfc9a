package avatar.setup;

import avatar.contract.problem.AvatarException;
import avatar.faces.face.FaceChoice;
import avatar.faces.face.Point;
import avatar.faces.loop.LoopMode;
import avatar.mouths.engine.EngineOptions;
import avatar.mouths.engine.MouthEngine;
import avatar.mouths.engine.MouthEngines;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.pipeline.HeadMotion;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.bundle.FrameChoice;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that makes an avatar. */
final class SetupOptions {

    @Mixin
    final Place place = new Place();

    @Option(names = "--force", description = "Make the avatar again if it exists.")
    boolean force;

    @Option(
            names = "--report",
            arity = "0..1",
            fallbackValue = "report",
            paramLabel = "FOLDER",
            description = "Write a quality report, figures and pictures, to FOLDER/<id>/ (FOLDER: ${FALLBACK-VALUE}).")
    @Nullable
    Path report;

    /** Where the avatars are, and where progress is published. */
    static final class Place {

        @Option(names = "--avatars", description = "The folder of all avatars (default: ${DEFAULT-VALUE}).")
        Path avatars = Path.of("data", "avatars");

        @Option(
                names = "--events",
                defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
                paramLabel = "HOST:PORT",
                description = "The Kafka broker to publish progress on, topic setup-events"
                        + " (default: $KAFKA_BOOTSTRAP_SERVERS).")
        @Nullable
        String events;
    }

    /** The options of an avatar of a given source. */
    static final class OfSource {

        @Option(
                names = "--frame",
                description =
                        "The frame of the video that the mouths are made from; -1: the middle one (default: one with"
                                + " a shut mouth).")
        private @Nullable Integer frame;

        @Option(
                names = "--face",
                paramLabel = "X,Y",
                converter = FacePlace.class,
                description =
                        "The face nearest to this place, in pixels or in 0..1 of width and height, if there are several"
                                + " (default: the largest).")
        private @Nullable Point face;

        @Option(
                names = "--max-seconds",
                description = "How many seconds of the video are used (default: ${DEFAULT-VALUE}).")
        private double maxSeconds = AvatarSettings.DEFAULT_MAX_SECONDS;

        @Option(
                names = "--loop",
                description = "How the end of the video is joined to its beginning: crossfade, pingpong or cut"
                        + " (default: crossfade).")
        private LoopMode loop = LoopMode.CROSSFADE;

        @Option(
                names = "--engine",
                converter = EngineName.class,
                completionCandidates = EngineNames.class,
                description = "The engine that makes the mouths: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private String engine = MouthEngines.DEFAULT;

        @Option(
                names = "--size",
                description = "Engine sadtalker: the size of its pictures, 256 or 512 (default: that of the models);"
                        + " the other engines work at the video's own size.")
        private @Nullable Integer size;

        @Option(
                names = "--expression-scale",
                description = "Engine sadtalker: how strong expressions are (default: ${DEFAULT-VALUE}).")
        private double expressionScale = 1;

        @Option(
                names = "--pose-style",
                description =
                        "Engine sadtalker: how the head moves while it speaks, 0 to 45 (default: it is held still, so"
                                + " that all mouths are in one place).")
        private @Nullable Integer poseStyle;

        @Option(
                names = "--seed",
                description = "Engine sadtalker: the random seed of --pose-style (default: ${DEFAULT-VALUE}).")
        private long seed = 0;

        @Option(names = "--device", description = "Engine sadtalker: cpu or cuda (default: cpu).")
        private Execution.Device device = Execution.Device.CPU;

        @Option(
                names = "--models",
                description = "Engine sadtalker: the folder of its models (default: ${DEFAULT-VALUE}).")
        private Path models = SadTalkerSettings.DEFAULT.models();

        @Option(names = "--blink", description = "Draw blinks into a video of a person who never blinks.")
        private boolean blinks;

        AvatarSettings settings(CommandSpec spec) {
            if (!(maxSeconds > 0)) {
                throw new ParameterException(
                        spec.commandLine(), "--max-seconds must be more than 0, not %s".formatted(maxSeconds));
            }
            try {
                MouthEngine chosen = MouthEngines.of(engine, new EngineOptions(size, sadTalker(spec)));
                chosen.remark().ifPresent(spec.commandLine().getOut()::println);
                return new AvatarSettings(
                        new FrameChoice(frame), maxSeconds, new FaceChoice(face), loop, chosen, blinks);
            } catch (AvatarException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }

        private SadTalkerSettings sadTalker(CommandSpec spec) {
            if (!(expressionScale >= SadTalkerSettings.LEAST_SCALE
                    && expressionScale <= SadTalkerSettings.MOST_SCALE)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--expression-scale must be %s to %s, not %s"
                                .formatted(
                                        SadTalkerSettings.LEAST_SCALE, SadTalkerSettings.MOST_SCALE, expressionScale));
            }
            return new SadTalkerSettings(
                    models,
                    expressionScale,
                    poseStyle == null ? null : new HeadMotion.Style(poseStyle, seed),
                    device,
                    spec.commandLine().getErr()::println);
        }
    }

    private static final class EngineNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return MouthEngines.names().iterator();
        }
    }

    private static final class EngineName implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            try {
                return MouthEngines.of(value, EngineOptions.DEFAULT).name();
            } catch (AvatarException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static final class FacePlace implements ITypeConverter<Point> {

        @Override
        public Point convert(String value) {
            String[] parts = value.split(",", -1);
            try {
                if (parts.length == 2) {
                    Point place = new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
                    if (place.x() >= 0 && place.y() >= 0) {
                        return place;
                    }
                }
            } catch (NumberFormatException e) {
                // Reported below.
            }
            throw new TypeConversionException(
                    "invalid place: found '%s', expected X,Y, for instance 640,200".formatted(value));
        }
    }
}
