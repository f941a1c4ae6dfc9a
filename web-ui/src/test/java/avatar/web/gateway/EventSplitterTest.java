package avatar.web.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSplitterTest {

    private final EventSplitter splitter = new EventSplitter();
    private final List<String> events = new ArrayList<>();

    @Test
    void passesEventsOnWhole() {
        push(":alive\n\nevent: do");
        push("ne\ndata: {}\n");
        push("\ndata: half");

        assertThat(events).containsExactly(":alive\n\n", "event: done\ndata: {}\n\n");
    }

    @Test
    void knowsLinesThatEndWithACarriageReturn() {
        push("data: 1\r\n\r\ndata: 2\r\n");

        assertThat(events).containsExactly("data: 1\r\n\r\n");
    }

    @Test
    void refusesAnEventWithoutEnd() {
        assertThatThrownBy(() -> push("x".repeat(2 << 20))).isInstanceOf(MalformedStream.class);
    }

    private void push(String chunk) {
        splitter.push(Buffer.buffer(chunk), event -> events.add(event.toString()));
    }
}
