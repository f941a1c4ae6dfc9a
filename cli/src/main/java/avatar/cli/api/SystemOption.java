package avatar.cli.api;

import avatar.cli.command.CliException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --url}: where the running system is. */
public final class SystemOption {

    /** Where {@code ./avatar up} puts it; tests look where nobody can be. */
    private static final URI DEFAULT = URI.create(System.getProperty("avatar.url", "http://127.0.0.1:8080"));

    @Option(
            names = "--url",
            converter = Address.class,
            description = "Where a running system is (default: http://127.0.0.1:8080, if one answers there).")
    private @Nullable URI url;

    /** Whether somebody said where it is. */
    public boolean isNamed() {
        return url != null;
    }

    /** Where it is to be looked for. */
    public URI address() {
        return url == null ? DEFAULT : url;
    }

    /**
     * The system, if one answers.
     *
     * @throws CliException if none answers at an address that was named
     */
    public Optional<AvatarApi> find() {
        AvatarApi api = new AvatarApi(address());
        if (api.health().isPresent()) {
            return Optional.of(api);
        }
        if (isNamed()) {
            throw new CliException("No Live Avatar answers at %s; './avatar up' starts one".formatted(address()));
        }
        return Optional.empty();
    }

    /** An address without a path, so that the API's paths can be put behind it. */
    private static final class Address implements ITypeConverter<URI> {

        @Override
        public URI convert(String value) {
            try {
                URI uri = URI.create(value);
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return uri.resolve("/");
                }
            } catch (IllegalArgumentException e) {
                // Told below.
            }
            throw new TypeConversionException("'%s' is no address; expected one like %s".formatted(value, DEFAULT));
        }
    }
}
