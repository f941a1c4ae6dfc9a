package avatar.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final List<String> CONFIGURED = List.of("avatar.example.org", "*.example.net", "[fd00::5]");

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST.", "page.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "::1"})
    void answersUnderTheNamesOfThisMachineWhereverItListens(String host) {
        assertThat(AllowedHosts.of(List.of(), "127.0.0.1").contains(host)).isTrue();
        assertThat(AllowedHosts.of(List.of(), "0.0.0.0").contains(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"avatar.example.org", "Avatar.Example.Org.", "a.example.net", "a.b.example.net", "fd00::5"})
    void answersUnderConfiguredNames(String host) {
        assertThat(AllowedHosts.of(CONFIGURED, "127.0.0.1").contains(host)).isTrue();
        assertThat(AllowedHosts.of(List.of(), "127.0.0.1").contains(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "example.net",
                "evilexample.net",
                "avatar.example.org.evil.example",
                "127.0.0.1.evil.example",
                "127.evil.example",
                "localhost.evil.example",
                "evillocalhost.example",
                "",
            })
    void refusesNamesOfOthers(String host) {
        assertThat(AllowedHosts.of(CONFIGURED, "127.0.0.1").contains(host)).isFalse();
        assertThat(host.isEmpty() || !AllowedHosts.of(CONFIGURED, "0.0.0.0").contains(host))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7", "[2001:db8::7]", "tts-service", "studio"})
    void answersUnderAddressesAndShortNamesWhereOtherMachinesReachIt(String host) {
        assertThat(AllowedHosts.of(List.of(), "0.0.0.0").contains(host)).isTrue();
        assertThat(AllowedHosts.of(List.of(), "192.0.2.7").contains(host)).isTrue();
        assertThat(AllowedHosts.of(List.of(), "127.0.0.1").contains(host)).isFalse();
        assertThat(AllowedHosts.of(List.of(), "::1").contains(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "example.org:8080", "*", "*example.org", "a.*.org", "", "exa mple"})
    void refusesASettingThatIsNoName(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedHosts.of(List.of(setting), "127.0.0.1"))
                .withMessageStartingWith("Invalid avatar.edge.hosts: found '%s', expected".formatted(setting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "*", "https://", "https://example.org/", "ftp://example.org", "https://*"})
    void refusesASettingThatIsNoOrigin(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origins.allowing(List.of(setting)))
                .withMessageStartingWith("Invalid avatar.edge.cors-origins: found '%s', expected".formatted(setting));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, true",
        "https://a.example.net, true",
        "https://example.net, false",
        "http://example.org, false",
        "https://example.org:444, false",
        "https://evil/.example.net, false",
        "null, false",
    })
    void knowsTheOriginsOfTheSettings(String origin, boolean isAllowed) {
        assertThat(Origins.allowing(List.of("https://example.org", "https://*.example.net"))
                        .isConfigured(origin))
                .isEqualTo(isAllowed);
    }
}
