package avatar.phonetics.sound;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Viseme;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpaTest {

    /** The letters of the chart of 2020: consonants of the lungs, others, vowels, other signs. */
    private static final String CHART = "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟ" + "ʘǀǃǂǁɓɗʄɠʛ"
            + "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒ" + "ʍwɥʜʢʡɕʑɺɧ";

    @Test
    void everyLetterOfTheChartHasAViseme() {
        assertThat(CHART.codePoints()
                        .filter(letter -> !IpaLetters.isKnown(letter))
                        .mapToObj(Character::toString))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aː, AA", "ˈa, AA", "ã, AA", "a̯, AA", "a˥˩, AA", "a5, AA", "pʰ, M", "b̥, M", "m̩, M", "tʼ, T", "d̪, T",
        "n̩, T", "lʲ, L", "ɑ̃ː, AA", "ø̞, OH", "ç, IY", "ç, IY"
    })
    void marksMakeNoDifference(String ipa, Viseme viseme) {
        assertThat(Ipa.visemeOf(ipa)).isEqualTo(viseme);
    }

    @ParameterizedTest
    @CsvSource({
        "aɪ, AY",
        "aːɪ, AY",
        "ɔɪ, OY",
        "aʊ, AO",
        "oʊ, OH",
        "əʊ, OH",
        "eɪ, EH",
        "tʃ, SH",
        "t͡ʃʰ, SH",
        "d͡ʒ, SH",
        "ts, S",
        "kʷ, W",
        "tʷ, W",
        "sʷ, S",
        "ɪə, IH",
        "ɑːɹ, AA",
        "kp, K"
    })
    void soundsOfTwoLettersAreShownAsOne(String ipa, Viseme viseme) {
        assertThat(Ipa.visemeOf(ipa)).isEqualTo(viseme);
    }

    @Test
    void soundsWithoutAVisemeAreSplit() {
        assertThat(Ipa.split("ɪə")).containsExactly("ɪ", "ə");
        assertThat(Ipa.split("ɑːɹ")).containsExactly("ɑ", "ɹ");
        assertThat(Ipa.split("aɪə")).containsExactly("aɪ", "ə");
        assertThat(Ipa.split("pf")).containsExactly("p", "f");
        assertThat(List.of("aɪ", "tʃʲ", "aː", "iːj"))
                .allMatch(ipa -> Ipa.split(ipa).equals(List.of(ipa)));
        assertThat(Ipa.split("ʲ")).isEmpty();
    }

    @Test
    void everyCharacterHasAViseme() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString))
                .allSatisfy(sign -> assertThat(Ipa.visemeOf(sign)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ˈ", "ː", "˥", "3", "\ud800"})
    void marksAloneAreSilent(String ipa) {
        assertThat(Ipa.visemeOf(ipa)).isEqualTo(Viseme.SIL);
    }
}
