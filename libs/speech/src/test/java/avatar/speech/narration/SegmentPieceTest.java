package avatar.speech.narration;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentPieceTest {

    private static final SpokenClause CLAUSE = new SpokenClause(1_000, ByteBuffer.allocate(2 * 600), List.of());

    @Test
    void clauseThatFitsIsNotCut() {
        VisemeTimeline timeline = timeline(600);

        assertThat(SegmentPiece.of(CLAUSE, timeline, 1_200)).containsExactly(new SegmentPiece(CLAUSE, timeline));
    }

    @Test
    void longClauseIsCutBetweenCues() {
        List<SegmentPiece> pieces = SegmentPiece.of(CLAUSE, timeline(200, 300, 600), 2 * 350);

        assertThat(pieces).extracting(SegmentPieceTest::ends).containsExactly(List.of(200L, 300L), List.of(300L));
        assertThat(pieces).extracting(piece -> piece.clause().samples()).containsExactly(300, 300);
    }

    @Test
    void longClauseIsCutInAPauseWhereThereIsOne() {
        VisemeTimeline timeline = new VisemeTimeline(
                ofMillis(600),
                List.of(
                        new Cue(Viseme.AA, ofMillis(0), ofMillis(200)),
                        new Cue(Viseme.M, ofMillis(200), ofMillis(380)),
                        new Cue(Viseme.AA, ofMillis(380), ofMillis(395)),
                        new Cue(Viseme.AA, ofMillis(395), ofMillis(600))));

        List<SegmentPiece> pieces = SegmentPiece.of(CLAUSE, timeline, 2 * 400);

        assertThat(pieces).extracting(piece -> piece.clause().samples()).containsExactly(290, 310);
    }

    @Test
    void soundWithoutABoundaryIsCutAnywhere() {
        List<SegmentPiece> pieces = SegmentPiece.of(CLAUSE, timeline(600), 2 * 250);

        assertThat(pieces)
                .extracting(SegmentPieceTest::ends)
                .containsExactly(List.of(250L), List.of(250L), List.of(100L));
    }

    @Test
    void everyPieceHasAMouthAsLongAsItsSoundWhateverTheRate() {
        SpokenClause clause = new SpokenClause(22_050, ByteBuffer.allocate(2 * 10_007), List.of());
        VisemeTimeline whole =
                new VisemeTimeline(clause.duration(), List.of(new Cue(Viseme.AA, ofMillis(0), clause.duration())));

        assertThat(SegmentPiece.of(clause, whole, 2 * 333))
                .hasSize(31)
                .allSatisfy(piece -> assertThat(piece.timeline().duration())
                        .isEqualTo(piece.clause().duration()));
    }

    private static List<Long> ends(SegmentPiece piece) {
        return piece.timeline().cues().stream().map(cue -> cue.end().toMillis()).toList();
    }

    /** Cues that end at these times. */
    private static VisemeTimeline timeline(int... ends) {
        List<Cue> cues = new ArrayList<>();
        int start = 0;
        for (int end : ends) {
            cues.add(new Cue(Viseme.AA, ofMillis(start), ofMillis(end)));
            start = end;
        }
        return new VisemeTimeline(ofMillis(start), cues);
    }
}
