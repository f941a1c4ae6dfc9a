package avatar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {

    @ParameterizedTest
    @CsvSource({
        "WATCH, WATCH, true", "WATCH, SPEAK, false", "WATCH, MANAGE, false",
        "SPEAK, WATCH, true", "SPEAK, SPEAK, true", "SPEAK, MANAGE, false",
        "MANAGE, WATCH, true", "MANAGE, SPEAK, true", "MANAGE, MANAGE, true"
    })
    void aScopeIncludesThoseBeforeIt(Scope scope, Scope needed, boolean isAllowed) {
        assertThat(Grant.everywhere(scope).allows(needed, "main")).isEqualTo(isAllowed);
    }

    @Test
    void isForItsChannelsAlone() {
        Grant grant = Grant.of(Scope.MANAGE, List.of("main", "desk", "main"));

        assertThat(grant.channels()).containsExactly("desk", "main");
        assertThat(grant.allows(Scope.WATCH, "desk")).isTrue();
        assertThat(grant.allows(Scope.WATCH, "other")).isFalse();
        assertThat(grant.isEverywhere()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "*;main", "Main", "../etc"})
    void refusesChannelsThatAreNone(String channels) {
        List<String> ids = channels.isEmpty() ? List.of() : List.of(channels.split(";"));

        assertThatThrownBy(() -> Grant.of(Scope.WATCH, ids)).hasMessageContaining("expected ids");
    }
}
