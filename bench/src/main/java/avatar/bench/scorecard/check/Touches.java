package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import java.util.List;
import java.util.function.Predicate;

/** Whether lips are shown touching where the sound requires it. */
final class Touches {

    /** How long before the start and the end of a sound its frames are shown. */
    private static final double EARLY = 0.060;

    private static final double LONG = 0.080;

    private Touches() {}

    static Measured closures(List<Take> takes) {
        return share(takes, Viseme.M);
    }

    static Measured contacts(List<Take> takes) {
        return share(takes, Viseme.F);
    }

    private static Measured share(List<Take> takes, Viseme viseme) {
        int all = 0;
        int touching = 0;
        for (Take take : takes) {
            List<Phone> phones = take.phones().stream()
                    .filter(phone -> phone.viseme() == viseme)
                    .toList();
            all += phones.size();
            touching += (int) phones.stream()
                    .filter(phone -> longest(take, phone, frame -> touches(take, frame, phone))
                            >= (phone.length() < LONG ? 1 : 2))
                    .count();
        }
        return Measured.share(touching, all, 1);
    }

    private static boolean touches(Take take, int frame, Phone phone) {
        boolean isWhole = take.track().picture(frame).opening() == Opening.FULL;
        return isWhole && take.shows().apply(phone).contains(take.shape(frame));
    }

    /** The longest run of frames of a phone that fulfil the condition. */
    private static int longest(Take take, Phone phone, Predicate<Integer> isWanted) {
        int longest = 0;
        int run = 0;
        for (int frame = take.track().frameAt(phone.start() - EARLY);
                frame <= take.track().frameAt(phone.end());
                frame++) {
            run = isWanted.test(frame) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
