package avatar.cli;

import avatar.cli.audit.AuditCommand;
import avatar.cli.avatars.AvatarsCommand;
import avatar.cli.command.CliException;
import avatar.cli.command.Remedy;
import avatar.cli.doctor.FindingsCommand;
import avatar.cli.keys.KeysCommand;
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

/** The command line. Exit codes: 0 done, 1 failed, 2 invalid arguments, 130 stopped by Ctrl-C. */
@Command(
        name = "avatar",
        description = "Speaks with a live avatar, lists voices and avatars, and makes API keys.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SayCommand.class,
            RenderCommand.class,
            VoicesCommand.class,
            AvatarsCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            FindingsCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Warnings of the libraries are for operators of a service; here failures are reported as exceptions.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs a command, as from the shell, and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                // An argument that begins with @ names a file of text, not one of arguments.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
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

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        return switch (failure) {
            case AvatarException foreseen ->
                print(command, Remedy.inCommands(foreseen.code(), Objects.toString(foreseen.getMessage())));
            case CliException _, LaunchException _ ->
                print(command, Remedy.inCommands(Objects.toString(failure.getMessage())));
            default -> throw failure;
        };
    }

    private static int print(CommandLine command, String message) {
        command.getErr().println("avatar: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
