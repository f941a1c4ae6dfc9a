package avatar.cli.api;

import avatar.cli.command.CliException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --url}: the address of the running system. */
public final class SystemOption {

    /** The address that {@code ./avatar up} uses; tests set one where nothing listens. */
    private static final URI DEFAULT = URI.create(System.getProperty("avatar.url", "http://127.0.0.1:8080"));

    @Option(
            names = "--url",
            converter = Address.class,
            description = "The address of a running system (default: http://127.0.0.1:8080, if one answers there).")
    private @Nullable URI url;

    /** Whether the option was given. */
    public boolean isNamed() {
        return url != null;
    }

    /** The address that was given, or else the default one. */
    public URI address() {
        return url == null ? DEFAULT : url;
    }

    /**
     * The running system, if one answers.
     *
     * @throws CliException if none answers at the address of the option
     */
    public Optional<AvatarApi> find() {
        AvatarApi api = new AvatarApi(address());
        if (api.answers()) {
            return Optional.of(api);
        }
        if (isNamed()) {
            throw new CliException(
                    "Found no Live Avatar at %s; './avatar up' starts one at %s".formatted(address(), DEFAULT));
        }
        return Optional.empty();
    }

    /** Converts to an address without a path, to which the API's paths can be appended. */
    private static final class Address implements ITypeConverter<URI> {

        @Override
        public URI convert(String value) {
            try {
                URI uri = URI.create(value);
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return uri.resolve("/");
                }
            } catch (IllegalArgumentException e) {
                // Reported below.
            }
            throw new TypeConversionException(
                    "invalid address: found '%s', expected one like %s".formatted(value, DEFAULT));
        }
    }
}
