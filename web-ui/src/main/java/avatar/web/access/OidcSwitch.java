package avatar.web.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Switches OIDC off where no server is configured; Quarkus would refuse to start. */
public final class OidcSwitch implements ConfigSourceInterceptor {

    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String ENABLED = "quarkus.oidc.tenant-enabled";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return name.equals(ENABLED) && context.proceed(SERVER) == null
                ? ConfigValue.builder().withName(ENABLED).withValue("false").build()
                : context.proceed(name);
    }
}
