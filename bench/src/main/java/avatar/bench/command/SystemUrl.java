package avatar.bench.command;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option {@code --url} of commands that measure a running system from outside. */
public final class SystemUrl {

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The address of the running system (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private URI url;

    /** The address of its gateway. */
    public URI url() {
        return url;
    }
}
