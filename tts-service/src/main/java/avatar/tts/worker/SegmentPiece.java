package avatar.tts.worker;

import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.synthesis.SpokenClause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As much of a clause, with its mouth, as goes into one segment. */
record SegmentPiece(SpokenClause clause, VisemeTimeline timeline) {

    /** The whole clause in pieces of at most {@code maxBytes} of sound, cut between two cues where that can be. */
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
                end = lastBoundary(clause, timeline, start, end);
            }
            SpokenClause piece = clause.between(start, end);
            Duration from = clause.timeOf(start);
            pieces.add(new SegmentPiece(piece, timeline.between(from, from.plus(piece.duration()))));
            start = end;
        }
        return pieces;
    }

    private static int lastBoundary(SpokenClause clause, VisemeTimeline timeline, int start, int end) {
        return timeline.cues().stream()
                .mapToInt(cue -> clause.samplesIn(cue.end()))
                .filter(boundary -> boundary > start && boundary <= end)
                .max()
                .orElse(end);
    }
}
