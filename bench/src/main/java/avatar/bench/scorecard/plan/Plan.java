package avatar.bench.scorecard.plan;

import avatar.bench.speech.Phone;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.lips.planning.VisemePlanner;
import java.util.Set;

/** A method to plan the mouth of a sentence. */
public enum Plan {
    /** That of viseme-service. */
    PLANNED("planned") {
        @Override
        public VisemeTimeline timeline(TimelineRequest request) {
            return VisemePlanner.plan(request);
        }

        @Override
        public Set<Viseme> shows(Phone phone) {
            return Set.of(phone.viseme());
        }
    },
    /** Every sound its own shape, from its start to its end: no coarticulation. */
    PLAIN("no coarticulation") {
        @Override
        public VisemeTimeline timeline(TimelineRequest request) {
            return PlainPlan.timeline(request);
        }

        @Override
        public Set<Viseme> shows(Phone phone) {
            return Set.of(phone.viseme());
        }
    },
    /** The published rules of Rhubarb Lip Sync. */
    RHUBARB("Rhubarb's rules") {
        @Override
        public VisemeTimeline timeline(TimelineRequest request) {
            return RhubarbPlan.timeline(request);
        }

        @Override
        public Set<Viseme> shows(Phone phone) {
            return RhubarbPlan.shows(phone);
        }
    };

    private final String title;

    Plan(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public abstract VisemeTimeline timeline(TimelineRequest request);

    /** The visemes, one of which must be shown during a sound. */
    public abstract Set<Viseme> shows(Phone phone);
}
