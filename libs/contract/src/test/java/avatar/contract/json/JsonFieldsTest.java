package avatar.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {

    @Test
    void fieldsAreReadByTheirTypes() {
        JsonFields fields = fields("""
                {"text": "Hi", "rate": 1.5, "width": 640, "ssml": true, "mode": "replace", "voice": {"a": 1}, "other": 1}
                """);

        assertThat(fields.requiredText("text")).isEqualTo("Hi");
        assertThat(fields.number("rate")).contains(1.5);
        assertThat(fields.number("width")).contains(640.0);
        assertThat(fields.integer("width")).contains(640);
        assertThat(fields.flag("ssml")).contains(true);
        assertThat(fields.choice("mode", "'replace'", "replace"::equals)).contains("replace");
        assertThat(fields.any("voice"))
                .hasValueSatisfying(voice -> assertThat(voice.isObject()).isTrue());
    }

    @Test
    void fieldThatIsAbsentOrNullIsEmpty() {
        JsonFields fields = fields("{\"voice\": null}");

        assertThat(fields.text("voice")).isEmpty();
        assertThat(fields.number("rate")).isEmpty();
        assertThat(fields.any("voice")).isEmpty();
        assertRefused(() -> fields.requiredText("voice"), "Field 'voice' is missing");
    }

    @Test
    void fieldOfAnotherTypeIsRefused() {
        JsonFields fields = fields("{\"a\": 1, \"b\": \"x\", \"c\": 1.5}");

        assertRefused(() -> fields.text("a"), "Field 'a' must be a string, found 1");
        assertRefused(() -> fields.number("b"), "Field 'b' must be a number, found \"x\"");
        assertRefused(
                () -> fields.number("b", "seconds as a number"), "Field 'b' must be seconds as a number, found \"x\"");
        assertRefused(() -> fields.integer("c"), "Field 'c' must be a whole number, found 1.5");
        assertRefused(() -> fields.flag("b"), "Field 'b' must be true or false, found \"x\"");
        assertRefused(() -> fields.choice("b", "'mp4'", "mp4"::equals), "Field 'b' must be 'mp4', found \"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''|Expected a JSON object, found nothing",
                "[1]|Expected a JSON object, found [1]",
                "null|Expected a JSON object, found null",
            })
    void bodyThatIsNoObjectIsRefused(String body, String detail) {
        assertRefused(() -> fields(body.equals("''") ? "" : body), detail);
    }

    @Test
    void bodyThatIsNoJsonOrGoesOnAfterTheObjectIsRefused() {
        assertThatThrownBy(() -> fields("{\"a\"")).hasMessageStartingWith("Not JSON: ");
        assertThatThrownBy(() -> fields("{} {}"))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageStartingWith("Not JSON: ");
    }

    @Test
    void refusalQuotesAtMost200Characters() {
        JsonFields fields = fields("{\"a\": \"%s\"}".formatted("x".repeat(1000)));

        assertThatThrownBy(() -> fields.number("a"))
                .hasMessageEndingWith("x…")
                .message()
                .hasSize(201);
    }

    private static JsonFields fields(String json) {
        return JsonFields.of(json.getBytes(UTF_8));
    }

    private static void assertRefused(ThrowingCallable call, String detail) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessage(detail);
    }
}
