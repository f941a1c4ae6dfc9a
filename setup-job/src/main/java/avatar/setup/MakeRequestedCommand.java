package avatar.setup;

import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.requests.ChildSetup;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code setup-job make-requested}: the avatar of one request, in a process that {@code listen} starts. */
@Command(name = "make-requested", hidden = true, description = "Makes the avatar of a request that listen sends.")
final class MakeRequestedCommand implements Callable<Integer> {

    @Option(names = "--avatars", required = true, description = "The folder of all avatars.")
    @SuppressWarnings("NullAway.Init") // required
    private Path avatars;

    @Option(names = "--models", description = "Engine sadtalker: the folder of its models.")
    private Path models = SadTalkerSettings.DEFAULT.models();

    @Override
    public Integer call() throws IOException {
        // What libraries print goes to the log of the parent, and can't be taken for a message.
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (StopSignals signals = new StopSignals().begin()) {
            // A terminal's Ctrl-C comes to the parent, too, which decides what becomes of this setup.
            Signals.handle("INT", _ -> {});
            new ChildSetup(avatars, models, in, messages, signals.cancellation()).run();
            return signals.exitCode();
        }
    }
}
