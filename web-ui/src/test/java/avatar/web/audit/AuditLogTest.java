package avatar.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditLogTest {

    @Test
    void hasTextsIfThatIsSwitchedOnOnOneLine() {
        Deed deed = new Deed("POST /speech", "key:a", "127.0.0.1", 202, "main", "One\noutcome=\"two\"");

        assertThat(AuditLog.line(deed, true)).endsWith("channel=main text=\"One\\noutcome=\\\"two\\\"\"");
        assertThat(AuditLog.line(deed, false)).endsWith("outcome=202 channel=main");
    }

    @Test
    void shortensALongText() {
        Deed deed = new Deed("POST /speech", "key:a", "127.0.0.1", 202, "main", "a".repeat(10_000));

        assertThat(AuditLog.line(deed, true)).hasSizeLessThan(700).endsWith("a…\"");
    }
}
