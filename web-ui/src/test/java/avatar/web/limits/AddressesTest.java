package avatar.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "::1, true",
        "192.0.2.7, false",
        "fe80::1%eth0, false",
        "name, false"
    })
    void knowsThisMachine(String address, boolean isLoopback) {
        assertThat(Addresses.isLoopback(address)).isEqualTo(isLoopback);
    }

    @Test
    void limitsANetworkOfIpv6Together() {
        assertThat(Addresses.limited("2001:db8:1:2::1")).isEqualTo(Addresses.limited("2001:db8:1:2:3:4:5:6"));
        assertThat(Addresses.limited("2001:db8:1:2::1")).isNotEqualTo(Addresses.limited("2001:db8:1:3::1"));
        assertThat(Addresses.limited("192.0.2.7")).isNotEqualTo(Addresses.limited("192.0.2.8"));
        assertThat(Addresses.limited("a name")).isEqualTo("a name");
    }
}
