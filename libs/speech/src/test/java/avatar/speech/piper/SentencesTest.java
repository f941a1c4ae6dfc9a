package avatar.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.phonetics.espeak.IpaClause;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void clausesOfASentenceAreOne() {
        List<String> sentences = Sentences.of(List.of(clause("ɑː", ","), clause("biː", ".")));

        assertThat(sentences).containsExactly("ɑː, biː.");
    }

    @Test
    void sentencesAreApart() {
        List<String> sentences = Sentences.of(List.of(clause("ɑː", "?"), clause("biː", "!"), clause("siː", "")));

        assertThat(sentences).containsExactly("ɑː?", "biː!", "siː");
    }

    @Test
    void signsOfOtherScriptsCountAsTheOnesThatVoicesKnow() {
        List<String> sentences = Sentences.of(List.of(clause("ma", "，"), clause("ma", "。"), clause("ma", "؟")));

        assertThat(sentences).containsExactly("ma, ma.", "ma?");
    }

    @Test
    void marksAreApartFromTheirLetters() {
        List<String> sentences = Sentences.of(List.of(clause("b\u00f5", ".")));

        assertThat(sentences).containsExactly("bo\u0303.");
    }

    @Test
    void switchesOfLanguageAreNotSpoken() {
        List<String> sentences = Sentences.of(List.of(clause("das (en)ˈɪnpʊt(de) hiːɾ", ".")));

        assertThat(sentences).containsExactly("das ˈɪnpʊt hiːɾ.");
    }

    @Test
    void punctuationAloneIsNotSpoken() {
        assertThat(Sentences.of(List.of(clause("", "."), clause(" ", "!")))).isEmpty();
    }

    @Test
    void aSentenceTooLongForOneCallIsCutBetweenWords() {
        String words = "ba ".repeat(300).strip();

        List<String> sentences = Sentences.of(List.of(clause(words, ".")));

        assertThat(sentences).hasSize(2);
        assertThat(sentences).allMatch(sentence -> sentence.length() <= Sentences.LONGEST && sentence.startsWith("ba"));
        assertThat(String.join(" ", sentences)).isEqualTo(words + ".");
    }

    @Test
    void anEndlessWordIsCutAnywhere() {
        List<String> sentences = Sentences.of(List.of(clause("a".repeat(1_500), "")));

        assertThat(sentences).allMatch(sentence -> sentence.length() <= Sentences.LONGEST);
        assertThat(String.join("", sentences)).hasSize(1_500);
    }

    private static IpaClause clause(String ipa, String ending) {
        return new IpaClause(ipa, ending);
    }
}
