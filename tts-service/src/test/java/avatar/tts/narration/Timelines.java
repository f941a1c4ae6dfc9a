package avatar.tts.narration;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.synthesis.SpokenClause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Timelines for tests in which mouths don't matter. */
public final class Timelines {

    private Timelines() {}

    /** A mouth that stays shut. */
    public static CompletableFuture<SpokenTimeline> shut(SpokenClause clause) {
        List<Cue> cues = List.of(new Cue(Viseme.M, Duration.ZERO, clause.duration()));
        return CompletableFuture.completedFuture(SpokenTimeline.of(new VisemeTimeline(clause.duration(), cues)));
    }
}
