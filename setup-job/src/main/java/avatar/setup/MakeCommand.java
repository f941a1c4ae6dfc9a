package avatar.setup;

import avatar.contract.speech.Channels;
import avatar.setup.bundle.AvatarRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setup-job make}: an avatar of a video or a picture. */
@Command(
        name = "make",
        description = "Makes an avatar of a video or a picture.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MakeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--video", required = true, description = "The video of a face, or a picture of one.")
    @SuppressWarnings("NullAway.Init") // required
    private Path video;

    @Option(names = "--id", description = "What to call the avatar; by default the name of the file.")
    private @Nullable String id;

    @Mixin
    private final SetupOptions.OfSource source = new SetupOptions.OfSource();

    @Mixin
    private final SetupOptions options = new SetupOptions();

    @Override
    public Integer call() {
        AvatarRequest request = new AvatarRequest(video, id(), options.avatars, source.settings(spec), options.force);
        new SetupRun(spec.commandLine().getOut(), spec.commandLine().getErr(), options)
                .make(request.id(), () -> request);
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
