package avatar.compositor.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/10",
        "bytes=2-5, bytes 2-5/10",
        "bytes=2-, bytes 2-9/10",
        "bytes=2-99, bytes 2-9/10",
        "bytes=-3, bytes 7-9/10",
        "bytes=-99, bytes 0-9/10",
        "bytes=0-999999999999999, bytes 0-9/10",
    })
    void isThePartThatIsThere(String header, String expected) {
        assertThat(ByteRange.of(header, 10).map(range -> range.contentRange(10)))
                .contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1", "bytes=x-", "bytes=9999999999999999-"})
    void isTheWholeFileWhereItIsNotUnderstood(@Nullable String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0"})
    void isRefusedOutsideTheFile(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 10))
                .isInstanceOf(AvatarException.class)
                .hasMessage("Invalid range: found '%s', expected bytes of a file of 10".formatted(header));
    }
}
