package avatar.speech.text;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseSplitterTest {

    @Test
    void cutsAtTheEndOfASentence() {
        assertThat(ClauseSplitter.split("The sun is shining! Is it not cold outside? I really think it is."))
                .containsExactly("The sun is shining!", "Is it not cold outside?", "I really think it is.");
    }

    @Test
    void firstClauseMayBeShortSoThatSpeechStartsEarly() {
        assertThat(ClauseSplitter.split("Well, that is a long story about nothing at all."))
                .containsExactly("Well,", "that is a long story about nothing at all.");
    }

    @Test
    void laterClausesAreCutAtACommaOnlyWhenTheyAreLong() {
        assertThat(ClauseSplitter.split("Hello. When it rains, we stay at home and read the old books; when it "
                        + "doesn't, we walk to the sea."))
                .containsExactly(
                        "Hello.",
                        "When it rains, we stay at home and read the old books;",
                        "when it doesn't, we walk to the sea.");
    }

    @Test
    void tinyClausesAreJoinedToTheirNeighbour() {
        assertThat(ClauseSplitter.split("Good morning. Yes. No. I am not so sure about it. Bye."))
                .containsExactly("Good morning.", "Yes. No. I am not so sure about it. Bye.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pi is 3.14 and a thousand is 1,000 at 12:30 or so.",
                "Look at https://www.example.com/a,b.html?q=1 for it all.",
                "Mr. Smith and Dr. J. R. Jones of the U.S. Army met here.",
                "We saw cats, e.g. Tom"
            })
    void numbersAbbreviationsAndAddressesAreNotCut(String text) {
        assertThat(String.join("|", ClauseSplitter.split(text, false)).replace(",|", ", "))
                .isEqualTo(text);
    }

    @Test
    void linesAndDashesEndAClause() {
        assertThat(ClauseSplitter.split(
                        "A heading without a stop\nThe text that follows it — and it is a rather long one"
                                + " – goes on over here",
                        false))
                .containsExactly(
                        "A heading without a stop",
                        "The text that follows it — and it is a rather long one –",
                        "goes on over here");
    }

    @Test
    void marksOfOtherScriptsEndAClauseWithoutASpace() {
        assertThat(ClauseSplitter.split("你好。我们今天去公园散步然后回家吃饭再一起看电影。")).containsExactly("你好。", "我们今天去公园散步然后回家吃饭再一起看电影。");
    }

    @Test
    void longClauseIsCutAtASpace() {
        List<String> clauses = ClauseSplitter.split("word ".repeat(100).strip());

        assertThat(clauses).allSatisfy(clause -> assertThat(clause).hasSizeLessThanOrEqualTo(ClauseSplitter.LONGEST));
        assertThat(String.join(" ", clauses)).isEqualTo("word ".repeat(100).strip());
    }

    @Test
    void aThousandDigitsAreCutAnywhere() {
        List<String> clauses = ClauseSplitter.split("7".repeat(1_000));

        assertThat(clauses).allSatisfy(clause -> assertThat(clause).hasSizeLessThanOrEqualTo(ClauseSplitter.LONGEST));
        assertThat(String.join("", clauses)).isEqualTo("7".repeat(1_000));
    }

    @Test
    void surrogatePairIsNeverCut() {
        List<String> clauses = ClauseSplitter.split("x" + "😀".repeat(500));

        assertThat(String.join("", clauses)).isEqualTo("x" + "😀".repeat(500));
        assertThat(clauses).noneMatch(clause -> Character.isLowSurrogate(clause.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "@",
                "@.",
                "a@",
                "a.",
                "a. ",
                "www.",
                "1,",
                "1 000 ",
                "\"",
                "\" ",
                "“",
                "«",
                ".",
                "!?",
                ",",
                ", ",
                "-",
                "— ",
                "://",
                "a://",
                "Dr. ",
                "Dr.",
                "e.g.",
                "\n",
                "你",
                "。",
                "'",
                ")",
                " '",
                "'a",
                "‘",
                "‘a’a",
                " 'a b",
                "1, 2024 "
            })
    void maliciousTextIsCutQuickly(String repeated) {
        String text = "x" + repeated.repeat(10_000 / repeated.length()) + "x";

        List<String> clauses = assertTimeoutPreemptively(ofSeconds(5), () -> ClauseSplitter.split(text));

        assertThat(clauses).allSatisfy(clause -> assertThat(clause).hasSizeLessThanOrEqualTo(ClauseSplitter.LONGEST));
        assertThat(String.join("", clauses).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "He said: \"Wait, I am coming.\" Then he left the house. = He said:|\"Wait, I am coming.\"|Then he left the house.",
                "Ship 3 000 000 units, or 5.5 km of it, by 3. Mai 2024, please, to me."
                        + " = Ship 3 000 000 units,|or 5.5 km of it, by 3. Mai 2024, please, to me.",
                "Write to a.b@example.com, or see https://example.com/a,b for more of it. = Write to|a.b@example.com,|or see https://example.com/a,b for more of it.",
                "It was on Jan. 5, 2024, that she came back to us all of a sudden."
                        + " = It was on|Jan. 5, 2024,|that she came back to us all of a sudden.",
                "So ‘it’s over, dear, and don’t you dare to say that it never was’ he said to them."
                        + " = So ‘it’s over, dear, and don’t you dare to say that it never was’ he said to them.",
                "So 'it's over, dear, and don't you dare to say that it never was' he said to them."
                        + " = So 'it's over, dear, and don't you dare to say that it never was' he said to them.",
                "Dr. Smith lives here. = Dr. Smith|lives here.",
                "The old man and the sea are one of a kind to me. = The old man|and the sea are one of a kind to me."
            })
    void firstClauseIsShortAndExpressionsAreNotCut(String text, String clauses) {
        assertThat(String.join("|", ClauseSplitter.split(text))).isEqualTo(clauses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void blankTextHasNoClauses(String text) {
        assertThat(ClauseSplitter.split(text)).isEmpty();
    }

    @Test
    void knowsTheEndOfASentence() {
        assertThat(List.of("So it is.", "Is it?", "\"It is!\"", "是的。")).allMatch(ClauseSplitter::endsSentence);
        assertThat(List.of("If so,", "that is", "at 3.14 or")).noneMatch(ClauseSplitter::endsSentence);
    }
}
