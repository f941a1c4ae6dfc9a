package avatar.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakableTextTest {

    @Test
    void invisibleCharactersBecomeSpaces() {
        assertThat(SpeakableText.clean("a\0b\u0007c\u200bd\u202ee\ufefff\ud800g\u007f"))
                .isEqualTo("a b c d e f g");
    }

    @Test
    void spacesAreSingleAndLinesStay() {
        assertThat(SpeakableText.clean("  one\t\u00a0two \r\n\r\n  three\rfour "))
                .isEqualTo("one two\nthree\nfour");
    }

    @Test
    void lettersDigitsAndSignsStay() {
        assertThat(SpeakableText.clean("Straße 5, “naïve” 你好 😀 €3")).isEqualTo("Straße 5, “naïve” 你好 😀 €3");
    }

    @Test
    void textWithALetterOrADigitHasSpeech() {
        assertThat(List.of("a", "5", "你", "é!")).allMatch(SpeakableText::hasSpeech);
        assertThat(List.of("", "?!", "😀", "...", "$ %")).noneMatch(SpeakableText::hasSpeech);
    }
}
