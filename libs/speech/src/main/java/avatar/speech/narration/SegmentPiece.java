package avatar.speech.narration;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The part of a clause and its timeline that goes into one segment. */
record SegmentPiece(SpokenClause clause, VisemeTimeline timeline) {

    /** Shut lips that last at least this long are a pause: M, B and P are shorter. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(160);

    /**
     * Divides the clause into pieces of at most {@code maxBytes} of sound, cut in a pause or between two cues if
     * possible.
     */
    static List<SegmentPiece> of(SpokenClause clause, VisemeTimeline timeline, int maxBytes) {
        if (clause.audio().remaining() <= maxBytes) {
            return List.of(new SegmentPiece(clause, timeline));
        }
        List<SegmentPiece> pieces = new ArrayList<>();
        int longest = maxBytes / Short.BYTES;
        int start = 0;
        while (start < clause.samples()) {
            int end = Math.min(clause.samples(), start + longest);
            if (end < clause.samples()) {
                end = lastPause(clause, timeline, (start + end) / 2, end)
                        .orElse(lastBoundary(clause, timeline, start, end));
            }
            SpokenClause piece = clause.between(start, end);
            Duration from = clause.timeOf(start);
            pieces.add(new SegmentPiece(piece, timeline.between(from, from.plus(piece.duration()))));
            start = end;
        }
        return pieces;
    }

    /** The middle of the last pause. */
    private static OptionalInt lastPause(SpokenClause clause, VisemeTimeline timeline, int from, int to) {
        return timeline.cues().stream()
                .filter(cue -> cue.viseme() == Viseme.M && length(cue).compareTo(SHORTEST_PAUSE) >= 0)
                .mapToInt(cue -> clause.samplesIn(cue.start().plus(length(cue).dividedBy(2))))
                .filter(middle -> middle > from && middle <= to)
                .max();
    }

    private static Duration length(Cue cue) {
        return cue.end().minus(cue.start());
    }

    private static int lastBoundary(SpokenClause clause, VisemeTimeline timeline, int start, int end) {
        return timeline.cues().stream()
                .mapToInt(cue -> clause.samplesIn(cue.end()))
                .filter(boundary -> boundary > start && boundary <= end)
                .max()
                .orElse(end);
    }
}
