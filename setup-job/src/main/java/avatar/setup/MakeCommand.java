package avatar.setup;

import avatar.contract.bundle.AvatarIds;
import avatar.setup.bundle.AvatarRequest;
import java.nio.file.Path;
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

    @Option(names = "--id", description = "The id of the avatar (default: the name of the file).")
    private @Nullable String id;

    @Mixin
    private final SetupOptions.OfSource source = new SetupOptions.OfSource();

    @Mixin
    private final SetupOptions options = new SetupOptions();

    @Override
    public Integer call() {
        AvatarRequest request =
                new AvatarRequest(video, id(), options.place.avatars, source.settings(spec), options.force);
        return new SetupRun(spec.commandLine().getOut(), spec.commandLine().getErr(), options)
                .make(request.id(), () -> request);
    }

    private String id() {
        if (id != null) {
            return AvatarIds.requireValid(id);
        }
        return AvatarIds.ofFile(video.getFileName().toString())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No avatar id can be made of the file name '%s'; give one with --id"
                                .formatted(video.getFileName())));
    }
}
