package avatar.web.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Who is let in, and for how long. */
@ConfigMapping(prefix = "avatar.access")
interface AccessConfig {

    /** Whether callers have to be known. */
    @WithDefault("auto")
    AccessMode mode();

    /** The file of keys, which is read again whenever it changes. */
    Optional<Path> keysFile();

    /**
     * The address under which others reach this service, where that is not the one it listens on: a container listens
     * on all addresses, and its host decides.
     */
    @WithDefault("${quarkus.http.host}")
    String listenAddress();

    /** How long a browser stays signed in. */
    @WithDefault("12h")
    Duration sessionLifetime();

    /** The longest lifetime of a link. */
    @WithDefault("30d")
    Duration maxLinkLifetime();

    /** Which roles of OIDC tokens are which scopes, for all channels. */
    Roles roles();

    /** Roles by scope; each scope includes those before it. */
    interface Roles {

        @WithDefault("avatar-watch")
        Set<String> watch();

        @WithDefault("avatar-speak")
        Set<String> speak();

        @WithDefault("avatar-manage")
        Set<String> manage();
    }
}
