package avatar.setup;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.loop.LoopMode;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.bundle.AvatarSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code setup-job default}: draws the presenter's video, and makes an avatar of it as of any video. */
@Command(
        name = "default",
        description = "Makes the avatar 'default', the illustrated presenter, unless it exists.",
        mixinStandardHelpOptions = true)
final class DefaultCommand implements Callable<Integer> {

    private static final String ID = "default";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final SetupOptions options = new SetupOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SetupRun run = new SetupRun(out, spec.commandLine().getErr(), options);
        if (!options.force && AvatarMaker.isComplete(options.place.avatars.resolve(ID))) {
            run.leave(ID);
            return 0;
        }
        try {
            Path folder = Files.createTempDirectory("presenter");
            Path video = folder.resolve("presenter.mp4");
            try {
                return run.make(ID, () -> draw(video, out, run));
            } finally {
                Files.deleteIfExists(video);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "The presenter can't be written: " + e, e);
        }
    }

    private AvatarRequest draw(Path video, PrintWriter out, SetupRun run) {
        Drawing.write(video, out, run::throwIfStopped);
        AvatarSettings settings = AvatarSettings.DEFAULT.withLoop(LoopMode.CUT);
        return new AvatarRequest(video, ID, options.place.avatars, settings, options.force);
    }
}
