package avatar.bench.scorecard.plan;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.sound.PhonemeTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every sound in its own shape, from its start to its end; silence is a shut mouth. */
final class PlainPlan {

    private PlainPlan() {}

    static VisemeTimeline timeline(TimelineRequest request) {
        List<Cue> cues = new ArrayList<>();
        for (Phoneme phoneme : request.phonemes()) {
            append(Viseme.M, phoneme.start(), cues);
            Viseme viseme = PhonemeTable.visemeOf(phoneme.symbol());
            append(viseme == Viseme.SIL ? Viseme.M : viseme, phoneme.end(), cues);
        }
        append(Viseme.M, request.duration(), cues);
        return new VisemeTimeline(request.duration(), cues);
    }

    static void append(Viseme viseme, Duration end, List<Cue> cues) {
        Duration start = cues.isEmpty() ? Duration.ZERO : cues.getLast().end();
        if (end.compareTo(start) <= 0) {
            return;
        }
        if (!cues.isEmpty() && cues.getLast().viseme() == viseme) {
            cues.add(new Cue(viseme, cues.removeLast().start(), end));
        } else {
            cues.add(new Cue(viseme, start, end));
        }
    }
}
