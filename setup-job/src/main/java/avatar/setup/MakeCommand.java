package avatar.setup;

import avatar.contract.speech.Channels;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setup-job make}: an avatar of a video. */
@Command(
        name = "make",
        description = "Makes an avatar of a video.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MakeCommand implements Callable<Integer> {

    /** An uncompressed half minute is what a small machine can hold of the mouth's pixels. */
    static final String MAX_SECONDS = "30";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--video", required = true, description = "The video of a face, mouth shut.")
    @SuppressWarnings("NullAway.Init") // required
    private Path video;

    @Option(names = "--id", description = "What to call the avatar; by default the name of the file.")
    private @Nullable String id;

    @Option(names = "--avatars", description = "The folder of all avatars (default: ${DEFAULT-VALUE}).")
    private Path avatars = Path.of("data", "avatars");

    @Option(names = "--frame", description = "The frame the mouths are made from; by default the middle one.")
    private @Nullable Integer frame;

    @Option(
            names = "--max-seconds",
            defaultValue = MAX_SECONDS,
            description = "Of the video that are used (default: ${DEFAULT-VALUE}).")
    private double maxSeconds;

    @Option(names = "--force", description = "Make it again although it is there.")
    private boolean force;

    @Override
    public Integer call() {
        OptionalInt reference = frame == null ? OptionalInt.empty() : OptionalInt.of(frame);
        AvatarRequest request = new AvatarRequest(video, id(), avatars, reference, maxSeconds, force);
        spec.commandLine().getOut().println(new AvatarMaker(spec.commandLine().getOut()::println).make(request));
        return 0;
    }

    private String id() {
        if (id != null) {
            return Channels.requireValid(id);
        }
        String derived = idOf(video);
        if (derived.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "No id can be made of '%s'; give one with --id".formatted(video.getFileName()));
        }
        return derived;
    }

    /** The file's name without its ending, as a channel may be called. */
    static String idOf(Path video) {
        String name = video.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String plain = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.substring(0, Math.min(plain.length(), 63));
    }
}
