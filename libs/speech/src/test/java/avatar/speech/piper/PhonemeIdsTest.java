package avatar.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhonemeIdsTest {

    /** The ids that Piper's English voices have for these. */
    private static final Map<Integer, List<Long>> ENGLISH = Map.of(
            (int) '_', List.of(0L),
            (int) '^', List.of(1L),
            (int) '$', List.of(2L),
            (int) ' ', List.of(3L),
            (int) '.', List.of(10L),
            (int) 'h', List.of(20L),
            (int) 'a', List.of(14L),
            (int) 'ˈ', List.of(120L),
            (int) 'ɪ', List.of(74L));

    private final List<Integer> unknown = new ArrayList<>();

    /** By hand, by the rule of piper1-gpl's phonemes_to_ids: ^ _ h _ ˈ _ a _ ɪ _ . _ $. */
    @Test
    void padsStandBetweenAllPhonemes() {
        long[] ids = new PhonemeIds(ENGLISH).of("hˈaɪ.", unknown::add);

        assertThat(ids).containsExactly(1, 0, 20, 0, 120, 0, 14, 0, 74, 0, 10, 0, 2);
        assertThat(unknown).isEmpty();
    }

    @Test
    void aPhonemeOfTwoIdsHasNoPadInIt() {
        PhonemeIds ids = new PhonemeIds(Map.of(
                (int) '_', List.of(0L), (int) '^', List.of(1L), (int) '$', List.of(2L), (int) 'a', List.of(7L, 8L)));

        assertThat(ids.of("a", unknown::add)).containsExactly(1, 0, 7, 8, 0, 2);
    }

    @Test
    void aPhonemeWithoutAnIdIsLeftOutAndReported() {
        long[] ids = new PhonemeIds(ENGLISH).of("ha\u0303", unknown::add);

        assertThat(ids).containsExactly(1, 0, 20, 0, 14, 0, 2);
        assertThat(unknown).containsExactly(0x303);
    }

    @Test
    void unknownPhonemesAloneAreNotSpoken() {
        assertThat(new PhonemeIds(ENGLISH).of("zz", unknown::add)).isEmpty();
    }

    @Test
    void aTableNeedsTheSignsOfEverySentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhonemeIds(Map.of((int) '_', List.of(0L), (int) '^', List.of(1L))))
                .withMessage("no id for '$', which is in every sentence");
    }
}
