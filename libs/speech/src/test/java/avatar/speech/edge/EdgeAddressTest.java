package avatar.speech.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://host/a%20b, wss://host/a%20b/edge/v1?, https://host/a%20b/voices/list?",
        "wss://host:444/a, wss://host:444/a/edge/v1?, https://host:444/a/voices/list?",
        "http://host/a, ws://host/a/edge/v1?, http://host/a/voices/list?",
        "ws://[::1]:80, ws://[::1]:80/edge/v1?, http://[::1]:80/voices/list?"
    })
    void speechIsOnAWebSocketAndTheListBesideIt(URI base, String speech, String voices) {
        EdgeAddress address = of(base);

        assertThat(address.speech().toString()).startsWith(speech).contains("&Sec-MS-GEC=", "&ConnectionId=");
        assertThat(address.voices().toString()).startsWith(voices).contains("&Sec-MS-GEC=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/a", "host/a", "https:/a", "HTTPS"})
    void invalidAddressIsRefusedAtOnce(URI base) {
        assertThatThrownBy(() -> of(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Invalid URL of the read-aloud service: found '%s'".formatted(base));
    }

    @Test
    void everyConnectionHasItsOwnIdAndCookie() {
        EdgeAddress address = of(EdgeSettings.DEFAULT.url());

        assertThat(address.speech()).isNotEqualTo(address.speech());
        assertThat(EdgeAddress.headers()).isNotEqualTo(EdgeAddress.headers());
    }

    private static EdgeAddress of(URI base) {
        return new EdgeAddress(base, InstantSource.system());
    }
}
