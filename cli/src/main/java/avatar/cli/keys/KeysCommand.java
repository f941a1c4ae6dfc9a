package avatar.cli.keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar keys}: its subcommands. */
@Command(
        name = "keys",
        description =
                "Creates, lists and revokes API keys, and signs links; a running system follows within 2 seconds.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CreateKeyCommand.class,
            ListKeysCommand.class,
            RevokeKeyCommand.class,
            SignLinkCommand.class,
        })
public final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected one of create, list, revoke, link");
    }
}
