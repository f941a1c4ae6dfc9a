package avatar.mouths.harvest;

import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The frames that show a viseme, by the shape of the lips. */
final class Offers {

    /** Maximum distance from the wanted shape ({@link LipShape#distanceTo}): beyond it viewers take it for another. */
    private static final double FARTHEST = 0.03;

    /** Maximum deviation as a part of the way from the shut mouth to the wanted shape. */
    private static final double FARTHEST_OF_WAY = 0.5;

    /** Frames whose distance exceeds the best one's by no more than this are equally good. */
    private static final double MARGIN = 0.003;

    /** Lips nearer than this are shut. */
    private static final double SHUT_GAP = 0.01;

    private static final double LEAST_OF_GAP = 0.6;
    private static final double MOST_OF_GAP = 1.5;

    private Offers() {}

    /** A frame for a viseme. */
    record Offer(int frame, double distance) {}

    /**
     * For each viseme the frames that show it about equally well; visemes without a frame are left out. A frame that
     * fits several visemes is given to the one it fits best, unless another one would have none.
     *
     * @param shut the shut mouth
     * @param seen the lips of frames, by their numbers
     */
    static Map<Viseme, List<Offer>> of(Map<Viseme, LipShape> wanted, LipShape shut, Map<Integer, LipShape> seen) {
        Map<Viseme, List<Offer>> offers = new EnumMap<>(Viseme.class);
        wanted.forEach((viseme, shape) -> {
            List<Offer> good = good(shape, shut, seen);
            if (!good.isEmpty()) {
                offers.put(viseme, good);
            }
        });
        return apart(offers);
    }

    /** Nearest first. */
    private static List<Offer> good(LipShape wanted, LipShape shut, Map<Integer, LipShape> seen) {
        double farthest = Math.min(FARTHEST, FARTHEST_OF_WAY * shut.distanceTo(wanted));
        List<Offer> good = new ArrayList<>();
        seen.forEach((frame, lips) -> {
            double distance = lips.distanceTo(wanted);
            if (distance < farthest && isOfKind(lips, wanted)) {
                good.add(new Offer(frame, distance));
            }
        });
        good.sort(Comparator.comparingDouble(Offer::distance).thenComparingInt(Offer::frame));
        good.removeIf(offer -> offer.distance() > good.getFirst().distance() + MARGIN);
        return good;
    }

    private static boolean isOfKind(LipShape lips, LipShape wanted) {
        return wanted.gap() < SHUT_GAP
                ? lips.gap() < SHUT_GAP
                : lips.gap() >= LEAST_OF_GAP * wanted.gap() && lips.gap() <= MOST_OF_GAP * wanted.gap();
    }

    private static Map<Viseme, List<Offer>> apart(Map<Viseme, List<Offer>> offers) {
        Map<Integer, Viseme> suits = new HashMap<>();
        Map<Integer, Double> loss = new HashMap<>();
        offers.forEach((viseme, list) -> list.forEach(offer -> {
            double more = offer.distance() - list.getFirst().distance();
            if (more < loss.getOrDefault(offer.frame(), Double.MAX_VALUE)) {
                loss.put(offer.frame(), more);
                suits.put(offer.frame(), viseme);
            }
        }));
        Map<Viseme, List<Offer>> apart = new EnumMap<>(Viseme.class);
        offers.forEach((viseme, list) -> {
            List<Offer> own = list.stream()
                    .filter(offer -> suits.get(offer.frame()) == viseme)
                    .toList();
            apart.put(viseme, own.isEmpty() ? list.subList(0, 1) : own);
        });
        return apart;
    }
}
