package avatar.tts.status;

import static avatar.contract.speech.SpeechState.ACCEPTED;
import static avatar.contract.speech.SpeechState.DONE;
import static avatar.contract.speech.SpeechState.FAILED;
import static avatar.contract.speech.SpeechState.REPLACED;
import static avatar.contract.speech.SpeechState.SPEAKING;
import static avatar.contract.speech.SpeechState.SYNTHESIZING;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UtteranceBookTest {

    private final UtteranceBook book = new UtteranceBook(3);

    @Test
    void utteranceHasTheStateOfItsEvents() {
        record("a", ACCEPTED, 1);
        record("a", SYNTHESIZING, 2);
        record("a", SPEAKING, 3);

        assertThat(find("a"))
                .isEqualTo(new UtteranceStatus(
                        "a",
                        "main",
                        SPEAKING,
                        "SPEAKING at 3",
                        Map.of(ACCEPTED, at(1), SYNTHESIZING, at(2), SPEAKING, at(3))));
    }

    @Test
    void stateNeverGoesBackHoweverLateAnEventComes() {
        record("a", SPEAKING, 3);
        record("a", ACCEPTED, 1);
        record("a", SYNTHESIZING, 2);

        assertThat(find("a").state()).isEqualTo(SPEAKING);
        assertThat(find("a").detail()).isEqualTo("SPEAKING at 3");
        assertThat(find("a").times()).containsOnlyKeys(ACCEPTED, SYNTHESIZING, SPEAKING);
    }

    @Test
    void detailStaysUntilThereIsAnother() {
        book.record(new SpeechEvent("a", "main", SPEAKING, null, at(2)));
        book.record(new SpeechEvent("a", "main", SYNTHESIZING, "flite-slt speaks", at(3)));
        book.record(new SpeechEvent("a", "main", DONE, null, at(4)));
        book.record(new SpeechEvent("a", "main", FAILED, "too late", at(5)));

        assertThat(find("a").state()).isEqualTo(DONE);
        assertThat(find("a").detail()).isEqualTo("flite-slt speaks");
    }

    @Test
    void firstFinalStateStays() {
        record("a", DONE, 3);
        record("a", REPLACED, 4);
        record("a", FAILED, 5);
        record("b", FAILED, 3);
        record("b", DONE, 4);

        assertThat(find("a").state()).isEqualTo(DONE);
        assertThat(find("b").state()).isEqualTo(FAILED);
    }

    @Test
    void firstTimeOfAStateCounts() {
        record("a", SPEAKING, 3);
        record("a", SPEAKING, 9);

        assertThat(find("a").times()).containsEntry(SPEAKING, at(3));
    }

    @Test
    void dropsTheOldestOfThoseThatAreOver() {
        record("waits", ACCEPTED, 9);
        IntStream.range(0, 5).forEach(i -> record("u" + i, FAILED, i));

        assertThat(book.find("u1")).isEmpty();
        assertThat(book.find("u2")).isPresent();
        assertThat(book.find("waits")).isPresent();
    }

    @Test
    void countsWhatIsStillToBeHeardOfAChannel() {
        record("a", ACCEPTED, 1);
        record("b", ACCEPTED, 2);
        record("c", ACCEPTED, 3);
        book.record(new SpeechEvent("elsewhere", "other", ACCEPTED, null, at(1)));

        record("a", SPEAKING, 4);
        assertThat(book.waiting("main")).isEqualTo(3);
        record("a", DONE, 5);
        assertThat(book.waiting("main")).isEqualTo(2);
    }

    @Test
    void whatWasAcceptedBeforeAnUtteranceThatIsHeardIsOver() {
        record("its end was lost", ACCEPTED, 1);
        record("heard", ACCEPTED, 2);
        record("waits", ACCEPTED, 3);

        record("heard", SPEAKING, 4);

        assertThat(book.waiting("main")).isEqualTo(2);
        assertThat(find("its end was lost").state()).isEqualTo(ACCEPTED);
    }

    private void record(String id, SpeechState state, int second) {
        book.record(new SpeechEvent(id, "main", state, state + " at " + second, at(second)));
    }

    private UtteranceStatus find(String id) {
        return book.find(id).orElseThrow();
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
