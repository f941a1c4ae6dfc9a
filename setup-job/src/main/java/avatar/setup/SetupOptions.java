package avatar.setup;

import avatar.contract.problem.AvatarException;
import avatar.faces.face.FaceChoice;
import avatar.faces.face.Point;
import avatar.faces.loop.LoopMode;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.pipeline.HeadMotion;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.bundle.Engine;
import avatar.setup.bundle.FrameChoice;
import java.nio.file.Path;
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

    @Option(names = "--force", description = "Make it again although it is there.")
    boolean force;

    @Option(
            names = "--report",
            arity = "0..1",
            fallbackValue = "report",
            paramLabel = "FOLDER",
            description =
                    "Write how good it is there, as figures and pictures; without a folder to ${FALLBACK-VALUE}/.")
    @Nullable
    Path report;

    /** Where the avatars are, and who is told. */
    static final class Place {

        @Option(names = "--avatars", description = "The folder of all avatars (default: ${DEFAULT-VALUE}).")
        Path avatars = Path.of("data", "avatars");

        @Option(
                names = "--events",
                defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
                paramLabel = "HOST:PORT",
                description =
                        "A Kafka broker to tell on topic setup-events how far it is (default: KAFKA_BOOTSTRAP_SERVERS).")
        @Nullable
        String events;
    }

    /** The options about a source somebody brings. */
    static final class OfSource {

        @Option(
                names = "--frame",
                description =
                        "The frame of the video that the mouths are made from; -1: the middle one (default: one with its"
                                + " mouth shut).")
        private @Nullable Integer frame;

        @Option(
                names = "--face",
                paramLabel = "X,Y",
                converter = FacePlace.class,
                description =
                        "Of several faces the one nearest to that place, in pixels, or in 0..1 of width and height"
                                + " (default: the largest).")
        private @Nullable Point face;

        @Option(names = "--max-seconds", description = "Of the video that are used (default: ${DEFAULT-VALUE}).")
        private double maxSeconds = AvatarSettings.DEFAULT_MAX_SECONDS;

        @Option(
                names = "--loop",
                description =
                        "How its end is joined to its beginning: crossfade, pingpong or cut (default: crossfade).")
        private LoopMode loop = LoopMode.CROSSFADE;

        @Option(
                names = "--engine",
                converter = EngineName.class,
                description = "What makes the mouths: warp, harvest or sadtalker (default: warp).")
        private Engine engine = Engine.WARP;

        @Option(
                names = "--size",
                description =
                        "Engine sadtalker: of the pictures it makes, 256 or 512 (default: whichever the models make);"
                                + " warp and harvest work at the video's own size.")
        private @Nullable Integer size;

        @Option(
                names = "--expression-scale",
                description = "Engine sadtalker: how strong expressions are (default: ${DEFAULT-VALUE}).")
        private double expressionScale = 1;

        @Option(
                names = "--pose-style",
                description =
                        "Engine sadtalker: how the head moves while it speaks, 0 to 45 (default: not at all, so that no"
                                + " mouth lies otherwise than another).")
        private @Nullable Integer poseStyle;

        @Option(
                names = "--seed",
                description = "Engine sadtalker: of the chance in --pose-style (default: ${DEFAULT-VALUE}).")
        private long seed = 0;

        @Option(names = "--device", description = "Engine sadtalker: cpu or cuda (default: cpu).")
        private Execution.Device device = Execution.Device.CPU;

        @Option(
                names = "--models",
                description = "Engine sadtalker: the folder of its models (default: ${DEFAULT-VALUE}).")
        private Path models = SadTalkerSettings.DEFAULT.models();

        @Option(names = "--blink", description = "Draw blinks into a video of somebody who never blinks.")
        private boolean blinks;

        AvatarSettings settings(CommandSpec spec) {
            if (!(maxSeconds > 0)) {
                throw new ParameterException(
                        spec.commandLine(), "--max-seconds must be more than 0, not %s".formatted(maxSeconds));
            }
            try {
                engine.remarkOn(size).ifPresent(spec.commandLine().getOut()::println);
                return new AvatarSettings(
                        new FrameChoice(frame),
                        maxSeconds,
                        new FaceChoice(face),
                        loop,
                        engine,
                        blinks,
                        sadTalker(spec));
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
                    size,
                    expressionScale,
                    poseStyle == null ? null : new HeadMotion.Style(poseStyle, seed),
                    device,
                    spec.commandLine().getErr()::println);
        }
    }

    private static final class EngineName implements ITypeConverter<Engine> {

        @Override
        public Engine convert(String value) {
            try {
                return Engine.ofLabel(value);
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
                // Told below.
            }
            throw new TypeConversionException("'%s' is no place; expected X,Y, for instance 640,200".formatted(value));
        }
    }
}
