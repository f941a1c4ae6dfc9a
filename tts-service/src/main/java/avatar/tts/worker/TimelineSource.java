package avatar.tts.worker;

import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.synthesis.SpokenClause;
import java.util.concurrent.CompletableFuture;

/** Whoever knows the mouth movement that goes with a clause. */
interface TimelineSource {

    /** The timeline, of the clause's own duration; fails with an {@link avatar.contract.problem.AvatarException}. */
    CompletableFuture<VisemeTimeline> timelineOf(SpokenClause clause);
}
