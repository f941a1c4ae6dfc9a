package avatar.bench;

import avatar.bench.command.BenchException;
import avatar.bench.frames.FramesCommand;
import avatar.bench.kernels.KernelsCommand;
import avatar.bench.live.FirstSegmentCommand;
import avatar.bench.live.InterruptCommand;
import avatar.bench.live.LatencyCommand;
import avatar.bench.load.ChannelsCommand;
import avatar.bench.load.ViewersCommand;
import avatar.bench.onsets.OnsetsCommand;
import avatar.bench.page.SkewCommand;
import avatar.bench.render.RenderCommand;
import avatar.bench.scorecard.ScorecardCommand;
import avatar.bench.soak.SoakCommand;
import avatar.bench.start.StartCommand;
import avatar.bench.timelines.TimelinesCommand;
import avatar.contract.problem.AvatarException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The command line. Exit codes: 0 done and every row at its bar, 1 a row is off its bar or the run failed, 2 invalid
 * arguments.
 */
@Command(
        name = "avatar bench",
        description = "Measures a running system, or its parts by themselves.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LatencyCommand.class,
            FirstSegmentCommand.class,
            InterruptCommand.class,
            ChannelsCommand.class,
            ViewersCommand.class,
            StartCommand.class,
            SoakCommand.class,
            SkewCommand.class,
            FramesCommand.class,
            KernelsCommand.class,
            RenderCommand.class,
            TimelinesCommand.class,
            OnsetsCommand.class,
            ScorecardCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** Runs a command, as from the shell, and returns its exit code. */
    public static int run(PrintWriter out, String... args) {
        return run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), args);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
    }

    private static int refuse(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .println("avatar: %s; see '%s --help'"
                        .formatted(
                                failure.getMessage(), command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case BenchException _, AvatarException _ -> explained(Objects.toString(failure.getMessage()), command);
            case IOException _ -> explained(failure.toString(), command);
            default -> throw failure;
        };
    }

    private static int explained(String message, CommandLine command) {
        command.getErr().println("avatar: " + message);
        return 1;
    }
}
