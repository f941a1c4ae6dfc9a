package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of the lips of the vowel beside them the sounds have that the tongue makes alone: 1 where the lips seen in the middle of
 * the sound are those seen in the middle of the vowel, 0 where they are as far from them as shut lips. Of two vowels beside it, the
 * one that it has more of counts.
 */
final class TongueLips {

    private TongueLips() {}

    static Measured share(List<Take> takes) {
        double mean = shares(takes).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
        return new Measured(mean, "%.0f %%".formatted(100 * mean), mean >= 0.5);
    }

    static Measured withHalf(List<Take> takes) {
        List<Double> shares = shares(takes);
        return Measured.share(shares.stream().filter(share -> share >= 0.5).count(), shares.size(), 0);
    }

    private static List<Double> shares(List<Take> takes) {
        List<Double> shares = new ArrayList<>();
        for (Take take : takes) {
            List<Phone> phones = take.phones();
            for (int index = 0; index < phones.size(); index++) {
                Phone before = vowel(phones, index, -1);
                Phone after = vowel(phones, index, 1);
                if (phones.get(index).isTongueOnly() && (before != null || after != null)) {
                    double one = share(take, phones.get(index), before);
                    shares.add(Math.max(one, share(take, phones.get(index), after)));
                }
            }
        }
        return shares;
    }

    /** The next vowel on one side; null if something else than the tongue comes first. */
    private static @Nullable Phone vowel(List<Phone> phones, int index, int step) {
        int at = index + step;
        while (at >= 0 && at < phones.size() && phones.get(at).isTongueOnly()) {
            at += step;
        }
        return at >= 0 && at < phones.size() && phones.get(at).isVowel() ? phones.get(at) : null;
    }

    private static double share(Take take, Phone phone, @Nullable Phone vowel) {
        if (vowel == null) {
            return 0;
        }
        double[] lips = take.track().moves(take.track().frameAt(phone.middle()));
        double[] wanted = take.track().moves(take.track().frameAt(vowel.middle()));
        double whole = length(wanted);
        double[] missing = IntStream.range(0, wanted.length)
                .mapToDouble(i -> wanted[i] - lips[i])
                .toArray();
        return whole == 0 ? 0 : Math.max(0, 1 - length(missing) / whole);
    }

    private static double length(double[] moves) {
        return Math.sqrt(Arrays.stream(moves).map(move -> move * move).sum());
    }
}
