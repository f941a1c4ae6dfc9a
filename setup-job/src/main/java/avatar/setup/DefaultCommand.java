package avatar.setup;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setup-job default}: the presenter's video, and the avatar of it, made as of any video. */
@Command(
        name = "default",
        description = "Makes the avatar 'default', the illustrated presenter, unless it is there.",
        mixinStandardHelpOptions = true)
final class DefaultCommand implements Callable<Integer> {

    private static final String ID = "default";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--avatars", description = "The folder of all avatars (default: ${DEFAULT-VALUE}).")
    private Path avatars = Path.of("data", "avatars");

    @Option(names = "--force", description = "Make it again although it is there.")
    private boolean force;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!force && AvatarMaker.isWhole(avatars.resolve(ID))) {
            out.printf("Avatar '%s' is in %s already%n", ID, avatars.resolve(ID));
            return 0;
        }
        try {
            Path folder = Files.createTempDirectory("presenter");
            Path video = folder.resolve("presenter.mp4");
            try {
                Drawing.write(video, out);
                double seconds = Double.parseDouble(MakeCommand.MAX_SECONDS);
                var request = new AvatarRequest(video, ID, avatars, OptionalInt.empty(), seconds, force);
                out.println(new AvatarMaker(out::println).make(request));
            } finally {
                Files.deleteIfExists(video);
                Files.deleteIfExists(folder);
            }
            return 0;
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "The presenter can't be written: " + e, e);
        }
    }
}
