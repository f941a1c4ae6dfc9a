package avatar.cli.keys;

import avatar.cli.command.CliException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code avatar keys revoke}: ends a key, and the links and sessions made with it. */
@Command(
        name = "revoke",
        description = "Ends an API key, its open streams, and the links and sessions that were made with it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RevokeKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The key's id, as 'keys list' shows it.")
    @SuppressWarnings("NullAway.Init") // required
    private String id;

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Override
    public Integer call() {
        if (!file.keys().revoke(id)) {
            throw new CliException("Unknown key: found '%s', expected one of %s".formatted(id, file.knownIds()));
        }
        spec.commandLine().getOut().println("revoked " + id);
        return 0;
    }
}
