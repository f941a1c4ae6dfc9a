package avatar.launcher.up;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a certificate for the page. */
final class TlsOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Serves the page by HTTPS: its certificate and chain, PEM. Changed files are used at once.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "With --tls-cert: the private key, PEM.")
    private @Nullable Path key;

    @Option(
            names = "--http-redirect",
            paramLabel = "PORT",
            description = "With --tls-cert: plain HTTP on this port leads to the page (default: none).")
    private int redirectPort;

    /**
     * The certificate; null without one.
     *
     * @throws ParameterException for an option without its partner, or a file that can't be read
     */
    @Nullable
    Tls tls() {
        if (certificate == null && key == null && redirectPort == 0) {
            return null;
        }
        return new Tls(readable("--tls-cert", certificate), readable("--tls-key", key), redirectPort);
    }

    private Path readable(String option, @Nullable Path file) {
        if (file == null) {
            throw invalid("Missing %s: expected --tls-cert and --tls-key together".formatted(option));
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw invalid("Invalid %s: found '%s', expected a file that can be read".formatted(option, file));
        }
        return file.toAbsolutePath().normalize();
    }

    private ParameterException invalid(String message) {
        CommandLine command = spec.commandLine();
        return new ParameterException(command, message);
    }
}
