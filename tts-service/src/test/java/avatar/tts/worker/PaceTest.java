package avatar.tts.worker;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.UtteranceBook;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final UtteranceBook book = new UtteranceBook(10);
    private Instant now = Instant.EPOCH;
    private final Pace pace = new Pace(book, () -> now, ofSeconds(60));

    @Test
    void soundThatIsNotHeardYetCounts() {
        pace.made(request("a"), ofSeconds(40));
        assertThat(pace.isTime("main")).isTrue();

        pace.made(request("b"), ofSeconds(20));

        assertThat(pace.isTime("main")).isFalse();
        assertThat(pace.isTime("other")).isTrue();
    }

    @Test
    void soundIsHeardAsTimePasses() {
        pace.made(request("a"), ofSeconds(70));
        reached("a", SpeechState.SPEAKING);

        now = now.plusSeconds(9);
        assertThat(pace.isTime("main")).isFalse();
        now = now.plusSeconds(2);
        assertThat(pace.isTime("main")).isTrue();
    }

    @Test
    void utteranceThatIsLongOverItsTimeDoesNotMakeRoomForTwo() {
        pace.made(request("a"), ofSeconds(10));
        pace.made(request("b"), ofSeconds(60));
        reached("a", SpeechState.SPEAKING);

        now = now.plusSeconds(100);

        assertThat(pace.isTime("main")).isFalse();
    }

    @Test
    void utteranceThatIsOverDoesNotCount() {
        pace.made(request("a"), ofSeconds(100));

        reached("a", SpeechState.FAILED);

        assertThat(pace.isTime("main")).isTrue();
    }

    @Test
    void newUtteranceThatReplacesAllOthersDoesNotWaitForThem() {
        pace.made(request("a"), ofSeconds(100));

        pace.dropped("main");

        assertThat(pace.isTime("main")).isTrue();
    }

    private void reached(String id, SpeechState state) {
        book.record(new SpeechEvent(id, "main", state, null, now));
    }

    private static SpeechRequest request(String id) {
        return SpeechRequest.of(id, "main", "text", "voice", SpeechMode.ENQUEUE, Instant.EPOCH);
    }
}
