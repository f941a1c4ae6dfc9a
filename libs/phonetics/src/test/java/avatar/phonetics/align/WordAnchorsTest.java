package avatar.phonetics.align;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordAnchorsTest {

    @Test
    void wordsAreTheSameWithoutCaseAndSigns() {
        WordAnchors anchors =
                new WordAnchors(List.of("Don't", "stop"), List.of(word("DON’T,", 100), word("(stop)", 200)));

        assertThat(anchors.start(0)).isEqualTo(20);
        assertThat(anchors.end(1)).isEqualTo(50);
    }

    @Test
    void wordThatIsOnOneSideOnlyIsIgnored() {
        WordAnchors anchors = new WordAnchors(
                List.of("pay", "$5", "to", "me"),
                List.of(word("pay", 0), word("five", 100), word("dollars", 200), word("me", 300)));

        assertThat(anchors.start(1)).isNaN();
        assertThat(anchors.start(2)).isNaN();
        assertThat(anchors.start(3)).isEqualTo(60);
    }

    @Test
    void wordsAreOptional() {
        assertThat(new WordAnchors(List.of("a"), List.of()).start(0)).isNaN();
    }

    private static Word word(String text, int start) {
        return new Word(text, ofMillis(start), ofMillis(start + 50));
    }
}
