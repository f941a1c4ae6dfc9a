package avatar.setup.requests;

import avatar.contract.setup.SetupRequest;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.making.AvatarSetup;
import avatar.setup.making.Cancellation;
import avatar.setup.making.SetupOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The setup of one request, in a process of its own. The request comes as the first line of standard input; messages go
 * to standard output. The process ends with its parent, whose end closes standard input.
 */
public final class ChildSetup {

    private static final int ORPHANED = 1;

    private final Path avatars;
    private final Path models;
    private final BufferedReader in;
    private final PrintStream out;
    private final Cancellation cancellation;

    public ChildSetup(Path avatars, Path models, BufferedReader in, PrintStream out, Cancellation cancellation) {
        this.avatars = avatars;
        this.models = models;
        this.in = in;
        this.out = out;
        this.cancellation = cancellation;
    }

    /** Makes the avatar and prints the outcome. */
    public void run() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IllegalStateException("Expected a setup request on standard input, found nothing");
        }
        SetupRequest request = SetupRequest.fromBytes(line.getBytes(StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("parent-watch").start(this::endWithParent);
        SetupOutcome outcome = new AvatarSetup(cancellation, List.of(step -> send(ChildMessage.of(step))))
                .run(steps -> {
                    AvatarRequest wanted = RequestedAvatar.of(
                            request, avatars, models, text -> send(ChildMessage.of(ChildMessage.Kind.REMARK, text)));
                    AvatarMaker.Outcome made = new AvatarMaker(steps, InstantSource.system()).make(wanted);
                    return wanted.settings()
                            .engine()
                            .remark()
                            .map(made::withRemark)
                            .orElse(made);
                });
        send(
                switch (outcome) {
                    case SetupOutcome.Completed(AvatarMaker.Outcome made) ->
                        ChildMessage.done(made.line(), made.isNew());
                    case SetupOutcome.Stopped _ -> ChildMessage.of(ChildMessage.Kind.STOPPED, null);
                    case SetupOutcome.Failed(var problem) -> ChildMessage.failed(problem);
                    case SetupOutcome.Crashed(RuntimeException cause) -> {
                        cause.printStackTrace();
                        yield ChildMessage.of(ChildMessage.Kind.CRASHED, cause.toString());
                    }
                });
    }

    private synchronized void send(ChildMessage message) {
        out.println(message.line());
        out.flush();
    }

    private void endWithParent() {
        try {
            while (in.readLine() != null) {
                // Nothing comes after the request.
            }
        } catch (IOException e) {
            // The parent is gone.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
