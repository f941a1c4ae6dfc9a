package avatar.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a viewer hears: pieces of sound at their times, each cut where the channel stops to say its utterance. Times are
 * seconds of the channel's clock. For one thread.
 */
final class HeardSpeech {

    /** A cut piece plays on for less than a frame; rounding of times is far below. */
    private static final double TOLERANCE = 0.05;

    /** A piece of an utterance: the end of segment {@code segment}, or all of it. */
    private static final class Piece {

        private final String utterance;
        private final int segment;
        private final double from;
        private final double length;
        private double until;

        Piece(String utterance, int segment, double from, double length) {
            this.utterance = utterance;
            this.segment = segment;
            this.from = from;
            this.length = length;
            this.until = from + length;
        }
    }

    /**
     * How an utterance was heard.
     *
     * @param leftOut seconds of it that were not heard
     * @param twice seconds of it that were heard again
     */
    record Heard(double leftOut, double twice) {}

    private final List<Piece> pieces = new ArrayList<>();
    private String shown = "";

    void add(String utterance, int segment, double from, double length) {
        pieces.add(new Piece(utterance, segment, from, length));
    }

    /**
     * A frame at that time shows {@code utterance}; empty if it shows none. What else sounds is cut, and what waits of
     * an utterance that was shown before is dropped.
     */
    void shown(String utterance, double at) {
        for (Piece piece : pieces) {
            boolean isOther = !piece.utterance.equals(utterance);
            if (isOther && (piece.from <= at || piece.utterance.equals(shown))) {
                piece.until = Math.min(piece.until, Math.max(at, piece.from));
            }
        }
        shown = utterance;
    }

    /** At that time the stream is interrupted: what was scheduled is not heard. */
    void interrupted(double at) {
        pieces.forEach(piece -> piece.until = Math.min(piece.until, Math.max(at, piece.from)));
    }

    /**
     * Compares what was heard with what was to be said.
     *
     * @param segments the length of each segment of the utterance, in seconds
     */
    Heard of(String utterance, Map<Integer, Double> segments) {
        double leftOut = 0;
        double twice = 0;
        for (Map.Entry<Integer, Double> segment : new LinkedHashMap<>(segments).entrySet()) {
            List<double[]> heard = pieces.stream()
                    .filter(piece -> piece.utterance.equals(utterance) && piece.segment == segment.getKey())
                    .map(piece -> {
                        double start = segment.getValue() - piece.length;
                        return new double[] {start, start + piece.until - piece.from};
                    })
                    .filter(span -> span[1] > span[0])
                    .sorted(Comparator.comparingDouble(span -> span[0]))
                    .toList();
            double reached = 0;
            for (double[] span : heard) {
                leftOut += over(span[0] - reached);
                twice += over(Math.min(reached, span[1]) - span[0]);
                reached = Math.max(reached, span[1]);
            }
            leftOut += over(segment.getValue() - reached);
        }
        return new Heard(leftOut, twice);
    }

    private static double over(double seconds) {
        return seconds > TOLERANCE ? seconds : 0;
    }

    /** The pieces of an utterance, for people. */
    String describe(String utterance) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.utterance.equals(utterance)) {
                text.append("%n  segment %d from %.3f, %.3f s long, cut at %.3f"
                        .formatted(piece.segment, piece.from, piece.length, piece.until));
            }
        }
        return text.toString();
    }
}
