package avatar.kit.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may call a service from a browser. */
@ConfigMapping(prefix = "avatar.edge")
public interface EdgeConfig {

    /** Names of the service beside those it knows by itself: {@code avatar.example.org}, {@code *.example.org}. */
    Optional<List<String>> hosts();

    /** Origins whose pages may call the API: {@code https://example.org}, {@code https://*.example.org}. */
    Optional<List<String>> corsOrigins();

    /** Whether pages of any origin may show streams and pictures. */
    @WithDefault("true")
    boolean embedding();
}
