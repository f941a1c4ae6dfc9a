package avatar.bench.command;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option {@code --url} of commands that measure a running system from outside. */
public final class SystemUrl {

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the system is (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private URI url;

    /** Where its gateway is. */
    public URI url() {
        return url;
    }
}
