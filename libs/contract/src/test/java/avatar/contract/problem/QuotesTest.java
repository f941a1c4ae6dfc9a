package avatar.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void longWordsAreShortenedTo200Characters() {
        assertThat(Quotes.shortened("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void shortWordsStayAsTheyAre() {
        assertThat(Quotes.shortened("")).isEmpty();
        assertThat(Quotes.shortened("x".repeat(200))).isEqualTo("x".repeat(200));
    }
}
