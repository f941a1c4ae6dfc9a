package avatar.tts.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.UtteranceBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UtteranceBook book = new UtteranceBook(10);
    private final Admission admission = new Admission(book, 2, 100, metrics);

    @Test
    void refusesMoreThanMayWait() {
        accept(enqueue("a"));
        accept(enqueue("b"));

        assertThatThrownBy(() -> admission.take(enqueue("c")))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL))
                .hasMessage("2 utterances wait or are spoken on channel 'main', expected fewer than 2; try again when"
                        + " one is over, or replace them all with mode 'replace'");
        assertThat(metrics.counter("avatar.tts.refused").count()).isEqualTo(1);
    }

    @Test
    void requestOnItsWayToKafkaCounts() {
        accept(enqueue("a"));
        try (Admission.Place _ = admission.take(enqueue("b"))) {
            assertThatThrownBy(() -> admission.take(enqueue("c"))).isInstanceOf(AvatarException.class);
        }

        assertThat(admission.take(enqueue("c"))).as("b was not accepted").isNotNull();
    }

    @Test
    void utteranceThatIsOverMakesRoom() {
        accept(enqueue("a"));
        accept(enqueue("b"));

        reached("a", SpeechState.DONE);

        accept(enqueue("c"));
    }

    @Test
    void utteranceThatReplacesTheOthersAlwaysHasRoom() {
        accept(enqueue("a"));
        accept(enqueue("b"));

        accept(SpeechRequest.of("c", "main", "text", "voice", SpeechMode.REPLACE, Instant.EPOCH));
    }

    @Test
    void channelsDoNotShareTheirRoom() {
        accept(enqueue("a"));
        accept(enqueue("b"));

        accept(SpeechRequest.of("c", "other", "text", "voice", SpeechMode.ENQUEUE, Instant.EPOCH));
    }

    @Test
    void recordingsOfAllChannelsShareTheMemoryUntilTheyAreOver() {
        accept(recorded("a", 60));

        assertThatThrownBy(() -> admission.take(recorded("b", 41)))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL))
                .hasMessageStartingWith(
                        "Recordings of 60 bytes wait or are spoken, expected at most 100 with this one of 41;");
        reached("a", SpeechState.DONE);
        accept(recorded("b", 41));
    }

    private void accept(SpeechRequest request) {
        try (Admission.Place _ = admission.take(request)) {
            book.record(new SpeechEvent(
                    request.utteranceId(), request.channel(), SpeechState.ACCEPTED, null, Instant.EPOCH));
        }
    }

    private void reached(String id, SpeechState state) {
        book.record(new SpeechEvent(id, "main", state, null, Instant.EPOCH.plusSeconds(1)));
    }

    private static SpeechRequest enqueue(String id) {
        return SpeechRequest.of(id, "main", "text", "voice", SpeechMode.ENQUEUE, Instant.EPOCH);
    }

    private static SpeechRequest recorded(String id, int bytes) {
        return SpeechRequest.of(id, "main", "text", "voice", SpeechMode.REPLACE, Instant.EPOCH)
                .withRecording(ByteBuffer.allocate(bytes), "en-US");
    }
}
