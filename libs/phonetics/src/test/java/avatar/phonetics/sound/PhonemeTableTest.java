package avatar.phonetics.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonemeTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // flite 2.2, lang/usenglish/us_phoneset.c, all
                "aa",
                "ae",
                "ah",
                "ao",
                "aw",
                "ax",
                "axr",
                "ay",
                "b",
                "ch",
                "d",
                "dh",
                "dx",
                "eh",
                "el",
                "em",
                "en",
                "er",
                "ey",
                "f",
                "g",
                "hh",
                "hv",
                "ih",
                "iy",
                "jh",
                "k",
                "l",
                "m",
                "n",
                "nx",
                "ng",
                "ow",
                "oy",
                "p",
                "r",
                "s",
                "sh",
                "t",
                "th",
                "uh",
                "uw",
                "v",
                "w",
                "y",
                "z",
                "zh",
                "pau",
                "h#",
                "brth",
                // flite 2.2, the phone states of slt, rms and awb
                "ssil"
            })
    void everyPhoneOfFliteHasAViseme(String phone) {
        assertThatCode(() -> PhonemeTable.visemeOf(phone)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AA", "AE", "AH", "AO", "AW", "AX", "AXR", "AY", "EH", "ER", "EY", "IH", "IX", "IY", "OW", "OY", "UH",
                "UW", "UX", "B", "CH", "D", "DH", "DX", "EL", "EM", "EN", "F", "G", "HH", "JH", "K", "L", "M", "N",
                "NG", "NX", "P", "Q", "R", "S", "SH", "T", "TH", "V", "W", "WH", "Y", "Z", "ZH"
            })
    void everySoundOfArpabetHasAViseme(String phoneme) {
        assertThatCode(() -> PhonemeTable.visemeOf(phoneme)).doesNotThrowAnyException();
    }

    @Test
    void soundsOutsideTheInventoryBorrowTheShapeNearestToTheirs() {
        assertThat(List.of("CH", "JH", "EY", "UH", "Y", "AX", "AXR"))
                .extracting(PhonemeTable::visemeOf)
                .containsExactly(Viseme.SH, Viseme.SH, Viseme.EH, Viseme.W, Viseme.IY, Viseme.AX, Viseme.ER);
    }

    @Test
    void stressAndCaseMakeNoDifference() {
        assertThat(List.of("AA1", "aa0", "Aa2", "aa"))
                .extracting(PhonemeTable::visemeOf)
                .containsOnly(Viseme.AA);
    }

    @Test
    void pauseIsSilenceHoweverAnEngineWritesIt() {
        assertThat(List.of("pau", "SIL", "ssil", "h#", "_", ""))
                .extracting(PhonemeTable::visemeOf)
                .containsOnly(Viseme.SIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "AA3", "1", "ʃ", "AA 1"})
    void unknownPhonemeIsNamed(String symbol) {
        assertThatThrownBy(() -> PhonemeTable.visemeOf(symbol))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_PHONEME))
                .hasMessageContaining("'%s'", symbol);
    }

    @Test
    void ipaStandsBetweenSlashesAndIsAllKnown() {
        assertThat(List.of("/y/", "y", "/ɹ/", "/tʃ/", "/aɪ/", "/☃/", "//"))
                .extracting(PhonemeTable::visemeOf)
                .containsExactly(Viseme.W, Viseme.IY, Viseme.R, Viseme.SH, Viseme.AY, Viseme.SIL, Viseme.SIL);
    }

    @Test
    void listsTheSoundsOfTheInventoryBeforeTheBorrowedOnes() {
        assertThat(PhonemeTable.phonemes().get(Viseme.SH)).containsExactly("SH", "ZH", "CH", "JH");
        assertThat(PhonemeTable.phonemes().get(Viseme.SIL)).isEmpty();
    }
}
