package avatar.cli;

import avatar.cli.avatars.AvatarsCommand;
import avatar.cli.command.CliException;
import avatar.cli.doctor.FindingsCommand;
import avatar.cli.say.RenderCommand;
import avatar.cli.say.SayCommand;
import avatar.cli.voices.VoicesCommand;
import avatar.contract.problem.AvatarException;
import avatar.launcher.process.LaunchException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: 0 done, 1 could not be done, 2 was not understood, 130 stopped by Ctrl-C. */
@Command(
        name = "avatar",
        description = "What a person asks of a live avatar.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SayCommand.class,
            RenderCommand.class,
            VoicesCommand.class,
            AvatarsCommand.class,
            FindingsCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // What the parts of the services tell their operators is nothing for a terminal: failures come as exceptions.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs a command as the shell does; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                // A word that begins with @ names a file of text, not one of arguments.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
    }

    private static int refuse(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .println("avatar: %s; '%s --help' says more"
                        .formatted(
                                failure.getMessage(), command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        return switch (failure) {
            case CliException _, AvatarException _, LaunchException _ -> {
                String message = Objects.toString(failure.getMessage());
                command.getErr().println("avatar: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
                yield CommandLine.ExitCode.SOFTWARE;
            }
            default -> throw failure;
        };
    }
}
