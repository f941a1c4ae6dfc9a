package avatar.speech.piper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator.OfInt;
import java.util.function.IntConsumer;

/** A voice's numbers of its phonemes: the {@code phoneme_id_map} of its settings. */
final class PhonemeIds {

    private static final int PAD = '_';
    private static final int BEGIN = '^';
    private static final int END = '$';

    private final Map<Integer, List<Long>> ids;

    /**
     * A table of numbers.
     *
     * @param ids by code point
     * @throws IllegalArgumentException if a symbol that every sentence needs is missing
     */
    PhonemeIds(Map<Integer, List<Long>> ids) {
        this.ids = Map.copyOf(ids);
        for (int sign : new int[] {PAD, BEGIN, END}) {
            if (!ids.containsKey(sign)) {
                throw new IllegalArgumentException("no id for '%c', which is in every sentence".formatted(sign));
            }
        }
    }

    /**
     * The model's input for a sentence: begin, phonemes and end, with a pad between any two. Source: {@code
     * phoneme_ids.py} of piper1-gpl.
     *
     * @param onUnknown called with each phoneme without an id, which is left out
     * @return empty if no phoneme has an id
     */
    long[] of(String sentence, IntConsumer onUnknown) {
        List<Long> found = new ArrayList<>();
        for (OfInt phonemes = sentence.codePoints().iterator(); phonemes.hasNext(); ) {
            int phoneme = phonemes.nextInt();
            List<Long> known = ids.get(phoneme);
            if (known == null) {
                onUnknown.accept(phoneme);
            } else {
                found.addAll(known);
                found.addAll(of(PAD));
            }
        }
        if (found.isEmpty()) {
            return new long[0];
        }
        found.addAll(0, of(PAD));
        found.addAll(0, of(BEGIN));
        found.addAll(of(END));
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private List<Long> of(int sign) {
        return ids.getOrDefault(sign, List.of());
    }
}
