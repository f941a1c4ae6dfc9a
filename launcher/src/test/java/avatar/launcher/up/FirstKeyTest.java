package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.access.AccessKey;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.access.KeyText;
import avatar.access.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstKeyTest {

    @TempDir
    Path folder;

    private KeyFile file;

    @BeforeEach
    void noKeys() {
        file = new KeyFile(folder.resolve("keys.json"), Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void printsTheFirstKeyWhereOthersCanReachTheSystem(String host) {
        String printed = provide(host, Map.of());

        Matcher key = Pattern.compile("la_\\S+").matcher(printed);
        assertThat(key.find()).isTrue();
        AccessKey kept = file.read()
                .orElseThrow()
                .authenticate(KeyText.parse(key.group()).orElseThrow())
                .orElseThrow();
        assertThat(kept.scope()).isEqualTo(Scope.MANAGE);
        assertThat(kept.grant().isEverywhere()).isTrue();
    }

    @Test
    void makesNoSecondKey() {
        provide("0.0.0.0", Map.of());

        assertThat(provide("0.0.0.0", Map.of())).isEmpty();
        assertThat(keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void makesNoneForThisMachineAlone(String host) {
        assertThat(provide(host, Map.of())).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void makesNoneWhereTheSettingsSayOtherwise() {
        assertThat(provide("0.0.0.0", Map.of("AVATAR_ACCESS_MODE", "off"))).isEmpty();
        assertThat(provide("0.0.0.0", Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.example")))
                .isEmpty();
        assertThat(keys()).isEmpty();
        assertThat(provide("127.0.0.1", Map.of("AVATAR_ACCESS_MODE", "on"))).contains("la_");
    }

    private String provide(String host, Map<String, String> environment) {
        StringWriter printed = new StringWriter();
        new FirstKey(environment, new PrintWriter(printed, true)).provide(host, file);
        return printed.toString();
    }

    private List<AccessKey> keys() {
        return file.read().map(KeyRing::keys).orElse(List.of());
    }
}
