package avatar.cli.local;

import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.TimelineRequest;
import avatar.lips.alignment.SpeechTimelines;
import avatar.lips.planning.VisemePlanner;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import avatar.speech.narration.TimelineSource;
import avatar.speech.synthesis.SpokenClause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Plans lips in this process, as viseme-service does; one call at a time. */
final class LocalTimelines implements TimelineSource, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private @Nullable Flite flite;

    @Override
    public CompletableFuture<SpokenTimeline> timelineOf(SpokenClause clause) {
        return CompletableFuture.completedFuture(plan(clause));
    }

    /** Aligns with the effort that the service uses for a clause, so that the lips are the same. */
    private SpokenTimeline plan(SpokenClause clause) {
        SpokenClause.Script script = clause.script();
        if (script == null) {
            return SpokenTimeline.of(VisemePlanner.plan(new TimelineRequest(clause.duration(), clause.phonemes())));
        }
        if (flite == null) {
            flite = Flite.open();
        }
        return new SpeechTimelines(new Aligner(flite, Espeak.shared()), 1, TIMEOUT)
                .plan(
                        script.text(),
                        script.language(),
                        new Recording(clause.sampleRateHz(), clause.audio()),
                        clause.words(),
                        Effort.QUICK);
    }

    @Override
    public void close() {
        if (flite != null) {
            flite.close();
        }
    }
}
