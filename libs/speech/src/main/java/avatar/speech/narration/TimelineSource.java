package avatar.speech.narration;

import avatar.contract.viseme.SpokenTimeline;
import avatar.speech.synthesis.SpokenClause;
import java.util.concurrent.CompletableFuture;

/** A source of viseme timelines, such as viseme-service. */
public interface TimelineSource {

    /**
     * The viseme timeline, as long as the clause, and, for a clause with a {@link SpokenClause#script}, its phonemes
     * and words; fails with an {@link avatar.contract.problem.AvatarException}.
     */
    CompletableFuture<SpokenTimeline> timelineOf(SpokenClause clause);
}
