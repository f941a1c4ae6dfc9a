package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of the lips of the vowel beside them the sounds take that the tongue makes alone: 0 where the lips seen in
 * the middle of the sound are its own, 1 where they have come all the way to those seen in the middle of the vowel. Of
 * two vowels beside it, the one that it takes more of counts; a vowel whose lips are its own all but exactly has
 * nothing to give.
 */
final class TongueLips {

    /** Of the sound's own movement from shut lips. */
    private static final double SAME = 0.1;

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
                if (phones.get(index).isTongueOnly()) {
                    OptionalDouble before = share(take, phones.get(index), vowel(phones, index, -1));
                    OptionalDouble after = share(take, phones.get(index), vowel(phones, index, 1));
                    DoubleStream.concat(before.stream(), after.stream()).max().ifPresent(shares::add);
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

    private static OptionalDouble share(Take take, Phone phone, @Nullable Phone vowel) {
        if (vowel == null) {
            return OptionalDouble.empty();
        }
        double[] own = take.track().lips().moves(phone.viseme());
        double[] way = difference(take.track().moves(take.track().frameAt(vowel.middle())), own);
        double[] gone = difference(take.track().moves(take.track().frameAt(phone.middle())), own);
        double length = product(way, way);
        return Math.sqrt(length) < SAME * Math.sqrt(product(own, own))
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(product(gone, way) / length, 0, 1));
    }

    private static double[] difference(double[] to, double[] from) {
        return IntStream.range(0, to.length).mapToDouble(i -> to[i] - from[i]).toArray();
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}
