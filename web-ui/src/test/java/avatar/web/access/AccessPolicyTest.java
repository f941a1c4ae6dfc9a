package avatar.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.access.Grant;
import avatar.access.KeyFile;
import avatar.access.Scope;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private KeyFile keys;

    private final Vertx vertx = Vertx.vertx();
    private Optional<String> oidcServer = Optional.empty();

    @BeforeEach
    void noKeys() {
        keys = new KeyFile(folder.resolve("keys.json"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void isOffForThisMachineAloneUntilThereIsAKey(String address) {
        assertThat(policy("auto", address).isOn()).isFalse();

        addKey();

        assertThat(policy("auto", address).isOn()).isTrue();
    }

    @Test
    void staysOnWhenTheLastKeyIsRevoked() {
        String id = addKey();
        keys.revoke(id);

        assertThat(policy("auto", "127.0.0.1").isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"auto, 0.0.0.0", "auto, ::", "auto, 192.0.2.7", "auto, no.such.host.invalid", "on, 127.0.0.1"})
    void doesNotStartWhereACallerNeedsAKeyAndThereIsNone(String mode, String address) {
        AccessPolicy policy = policy(mode, address);

        assertThatThrownBy(() -> policy.check(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(address)
                .hasMessageContaining("./avatar keys create")
                .hasMessageContaining(keys.path().toString());
    }

    @Test
    void startsWithAKeyWithAnOidcServerAndWhereEverybodyIsLetIn() {
        policy("off", "0.0.0.0").check(new StartupEvent());
        policy("auto", "127.0.0.1").check(new StartupEvent());
        oidcServer = Optional.of("https://login.example");
        policy("auto", "0.0.0.0").check(new StartupEvent());
        oidcServer = Optional.empty();
        addKey();
        policy("auto", "0.0.0.0").check(new StartupEvent());
    }

    @Test
    void staysOffWhereThatIsSaid() {
        addKey();

        assertThat(policy("off", "0.0.0.0").isOn()).isFalse();
    }

    private String addKey() {
        return keys.create("test", Grant.everywhere(Scope.WATCH), Map.of()).id();
    }

    private AccessPolicy policy(String mode, String address) {
        AccessConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(Path.class, 100, new PathConverter())
                .withMapping(AccessConfig.class)
                .withDefaultValues(new HashMap<>(Map.of(
                        "avatar.access.mode",
                        mode,
                        "avatar.access.listen-address",
                        address,
                        "avatar.access.keys-file",
                        keys.path().toString())))
                .build()
                .getConfigMapping(AccessConfig.class);
        OidcCallers oidc = new OidcCallers(config, oidcServer);
        return new AccessPolicy(config, new KeyDirectory(config, vertx), oidc);
    }
}
