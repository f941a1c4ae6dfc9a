package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamOptionsTest {

    @Test
    void withoutOptionsTheChannelIsUnchanged() {
        assertThat(StreamOptions.of(query(), true, null))
                .isEqualTo(new StreamOptions(true, null, Variant.NONE, null, false));
        assertThat(StreamOptions.of(query("t", "123"), true, null).variant()).isEqualTo(Variant.NONE);
    }

    @Test
    void everyOptionIsRead() {
        MultiMap query = query("fps", "10", "width", "320", "quality", "50", "lead", "250");

        assertThat(StreamOptions.of(query, true, "Mozilla/5.0 AppleWebKit/537.36 Chrome/140"))
                .isEqualTo(new StreamOptions(true, 10, new Variant(320, 50), Duration.ofMillis(250), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fps|0|Option 'fps' must be a whole number from 1 to 60, not '0'",
                "fps|61|Option 'fps' must be a whole number from 1 to 60, not '61'",
                "fps|-1|Option 'fps' must be a whole number from 1 to 60, not '-1'",
                "fps|2.5|Option 'fps' must be a whole number from 1 to 60, not '2.5'",
                "fps|99999999999|Option 'fps' must be a whole number from 1 to 60, not '99999999999'",
                "fps|''|Option 'fps' must be a whole number from 1 to 60, not ''",
                "fps|١|Option 'fps' must be a whole number from 1 to 60, not '١'",
                "width|321|Option 'width' must be one of 160, 320, 480, 640, 960, 1280, not '321'",
                "width|big|Option 'width' must be one of 160, 320, 480, 640, 960, 1280, not 'big'",
                "quality|100|Option 'quality' must be one of 30, 40, 50, 60, 70, 80, not '100'",
                "lead|5001|Option 'lead' must be a whole number from 0 to 5000, not '5001'",
            })
    void invalidOptionIsRefusedAndTheAllowedValuesAreNamed(String name, String value, String detail) {
        assertThatThrownBy(() -> StreamOptions.of(query(name, value), true, null))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                .hasMessage(detail);
    }

    private static MultiMap query(String... namesAndValues) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }
}
