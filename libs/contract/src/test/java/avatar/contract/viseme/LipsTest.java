package avatar.contract.viseme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LipsTest {

    private static final Lips BOTH = new Lips(List.of(new Lips.Share(Viseme.T, 0.25), new Lips.Share(Viseme.AA, 0.5)));

    @Test
    void areAListInJson() {
        assertThat(new String(Json.write(BOTH), UTF_8))
                .isEqualTo("[{\"viseme\":\"T\",\"weight\":0.25},{\"viseme\":\"Aa\",\"weight\":0.5}]");
        assertThat(Json.read(Json.write(BOTH), Lips.class)).isEqualTo(BOTH);
    }

    @Test
    void mainVisemeHasTheGreatestWeight() {
        assertThat(BOTH.main()).isEqualTo(Viseme.AA);
        assertThat(Lips.SHUT.main()).isEqualTo(Viseme.M);
    }

    @Test
    void weightOfAnotherVisemeIsZero() {
        assertThat(BOTH.weight(Viseme.T)).isEqualTo(0.25);
        assertThat(BOTH.weight(Viseme.W)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'viseme': 'T', 'weight': 0.6}, {'viseme': 'Aa', 'weight': 0.6}]",
                "[{'viseme': 'T', 'weight': 0.2}, {'viseme': 'T', 'weight': 0.2}]",
                "[{'viseme': 'T', 'weight': 0.1}, {'viseme': 'K', 'weight': 0.1}, {'viseme': 'M', 'weight': 0.1}]",
                "[{'viseme': 'T', 'weight': 0}]",
                "[{'viseme': 'T', 'weight': 1.1}]",
                "[{'viseme': 'T', 'weight': 'NaN'}]",
                "[{'viseme': 'Q', 'weight': 1}]",
                "[null]",
                "{}"
            })
    void refuseInvalidShares(String json) {
        assertThatThrownBy(() -> Json.read(json.replace('\'', '"').getBytes(UTF_8), Lips.class))
                .isInstanceOf(AvatarException.class);
    }
}
