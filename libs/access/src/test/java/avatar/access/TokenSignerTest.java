package avatar.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignerTest {

    private static final Instant EXPIRES = Instant.parse("2026-01-01T00:00:00Z");

    private final TokenSigner signer = KeyRing.empty().signer();
    private final Link link = new Link("main", Scope.WATCH, EXPIRES, "abcdefgh");

    @Test
    void readsWhatItHasSigned() {
        Session session = new Session("abcdefgh", EXPIRES);

        assertThat(signer.link(signer.sign(link))).contains(link);
        assertThat(signer.session(signer.sign(session))).contains(session);
    }

    @Test
    void refusesAPayloadThatWasAltered() {
        String[] parts = signer.sign(link).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).replace("watch", "speak");

        assertThat(signer.link(Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8)) + "."
                        + parts[1]))
                .isEmpty();
    }

    @Test
    void refusesATokenOfAnotherSecret() {
        assertThat(signer.link(KeyRing.empty().signer().sign(link))).isEmpty();
    }

    @Test
    void aTokenForOnePurposeIsNoneForAnother() {
        assertThat(signer.session(signer.sign(link))).isEmpty();
        assertThat(signer.link(signer.sign(new Session("abcdefgh", EXPIRES)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a.b.c", "!.!", "e30.e30"})
    void refusesWhatIsNoToken(String token) {
        assertThat(signer.link(token)).isEmpty();
    }
}
