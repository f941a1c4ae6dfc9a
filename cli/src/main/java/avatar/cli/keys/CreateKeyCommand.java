package avatar.cli.keys;

import avatar.access.Grant;
import avatar.access.KeyText;
import avatar.access.Quota;
import avatar.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar keys create}: makes a key and prints it, once. */
@Command(
        name = "create",
        description = "Creates an API key and prints it; it can't be shown again.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CreateKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--name", required = true, description = "Whose key it is, for the list and the audit log.")
    @SuppressWarnings("NullAway.Init") // required
    private String name;

    @Option(
            names = "--scope",
            required = true,
            description = "What it may do: watch, speak (and watch) or manage (and speak).")
    @SuppressWarnings("NullAway.Init") // required
    private Scope scope;

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "A channel that it is for; repeatable (default: all).")
    private List<String> channels = List.of(Grant.ALL);

    @Option(
            names = "--quota",
            paramLabel = "WHAT=N",
            description = "The most per day (UTC) of characters, recordings, renders, uploads or channels; repeatable.")
    private Map<Quota, Long> quotas = Map.of();

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Override
    public Integer call() {
        if (quotas.values().stream().anyMatch(number -> number < 0)) {
            throw new ParameterException(
                    spec.commandLine(), "invalid quota: found %s, expected no negative number".formatted(quotas));
        }
        KeyText created = file.keys().create(name, grant(), quotas);
        spec.commandLine().getOut().println(created.text());
        spec.commandLine()
                .getErr()
                .println("avatar: created key %s in %s; this is the only time it is shown"
                        .formatted(created.id(), file.keys().path()));
        return 0;
    }

    private Grant grant() {
        try {
            return Grant.of(scope, channels);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
