package avatar.speech.narration;

import avatar.contract.viseme.SpokenTimeline;
import avatar.speech.synthesis.SpokenClause;
import java.util.concurrent.CompletableFuture;

/** Whoever knows the mouth movement that goes with a clause. */
public interface TimelineSource {

    /**
     * The timeline, of the clause's own duration, and the phonemes and words of a clause that has a {@link
     * SpokenClause#script}; fails with an {@link avatar.contract.problem.AvatarException}.
     */
    CompletableFuture<SpokenTimeline> timelineOf(SpokenClause clause);
}
