package avatar.cli.keys;

import avatar.access.AccessKey;
import avatar.access.KeyRing;
import avatar.access.Link;
import avatar.access.Scope;
import avatar.cli.api.SystemOption;
import avatar.cli.command.CliException;
import avatar.cli.local.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar keys link}: signs a link to a channel for whoever has no key. */
@Command(
        name = "link",
        description = "Prints a link to a channel that works without a key until it expires.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SignLinkCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--channel", required = true, paramLabel = "ID", description = "The channel that it is for.")
    @SuppressWarnings("NullAway.Init") // required
    private String channel;

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = Durations.class,
            description = "How long it works: 30m, 12h, 7d (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration expires;

    @Option(
            names = "--scope",
            defaultValue = "watch",
            description = "watch: a link to the stream; speak: one to the page (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Scope scope;

    @Option(
            names = "--key",
            paramLabel = "ID",
            description = "The key that makes it, whose revocation ends it (default: the oldest one that may).")
    private @Nullable String key;

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Override
    public Integer call() {
        if (!Link.SCOPES.contains(scope) || !expires.isPositive()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "invalid link: found scope %s for %s, expected watch or speak for a while"
                            .formatted(scope.label(), expires));
        }
        KeyRing ring = file.keys().read().orElseGet(KeyRing::empty);
        Instant end = Instant.now().plus(expires).truncatedTo(ChronoUnit.SECONDS);
        Link link = new Link(channel, scope, end, maker(ring).id());
        spec.commandLine()
                .getOut()
                .println(system.address().resolve(link.path(ring.signer().sign(link))));
        return 0;
    }

    private AccessKey maker(KeyRing ring) {
        return ring.keys().stream()
                .filter(candidate -> key == null || candidate.id().equals(key))
                .filter(candidate -> candidate.grant().allows(Link.MAKER, channel))
                .min(Comparator.comparing(AccessKey::createdAt))
                .orElseThrow(() -> new CliException("Found no key%s that may make links to channel '%s', expected one"
                                .formatted(key == null ? "" : " " + key, channel)
                        + " of scope speak or manage; './avatar keys create' makes one"));
    }
}
