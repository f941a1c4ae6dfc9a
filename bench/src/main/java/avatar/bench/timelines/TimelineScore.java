package avatar.bench.timelines;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.sound.PhonemeTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The accuracy of timelines against labels, over all recordings: the share of frames that show the viseme of
 * the phone in their middle; the share of lip closures during which a frame shows {@link Viseme#M}; the median
 * of the distances between the start of a shown viseme and the start of its phone.
 */
public final class TimelineScore {

    private static final double FRAME = 1 / 30.0;

    private final List<Double> onsetErrors = new ArrayList<>();
    private int frames;
    private int rightFrames;
    private int closures;
    private int shownClosures;

    /** Adds a recording. */
    public void add(List<Phoneme> labels, VisemeTimeline timeline) {
        List<Shown> said = labels.stream()
                .map(label ->
                        new Shown(PhonemeTable.visemeOf(label.symbol()), seconds(label.start()), seconds(label.end())))
                .filter(shown -> shown.viseme() != Viseme.SIL)
                .toList();
        List<Shown> shown = timeline.cues().stream().map(TimelineScore::shown).toList();
        if (!said.isEmpty()) {
            countFrames(said, shown);
            countClosures(said, shown);
            onsetErrors.addAll(OnsetErrors.of(Shown.joined(said), Shown.joined(shown)));
        }
    }

    /** From 0 to 1. */
    public double rightFrames() {
        return frames == 0 ? 0 : (double) rightFrames / frames;
    }

    /** From 0 to 1. */
    public double shownClosures() {
        return closures == 0 ? 1 : (double) shownClosures / closures;
    }

    /** The median, in ms. */
    public double onsetError() {
        List<Double> sorted = new ArrayList<>(onsetErrors);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "frames %.1f %%  closures %d of %d  onset %.1f ms",
                100 * rightFrames(),
                shownClosures,
                closures,
                onsetError());
    }

    private void countFrames(List<Shown> said, List<Shown> shown) {
        for (int i = (int) (said.getFirst().start() / FRAME);
                middle(i) < said.getLast().end();
                i++) {
            Viseme wanted = Shown.at(said, middle(i));
            if (wanted != Viseme.SIL) {
                frames++;
                rightFrames += Shown.at(shown, middle(i)) == wanted ? 1 : 0;
            }
        }
    }

    /** A frame counts if at least half of it is in a closure. */
    private void countClosures(List<Shown> said, List<Shown> shown) {
        for (Shown closure : said) {
            if (closure.viseme() == Viseme.M) {
                closures++;
                shownClosures += isShown(closure, shown) ? 1 : 0;
            }
        }
    }

    private static boolean isShown(Shown closure, List<Shown> shown) {
        int last = (int) (closure.end() / FRAME) + 1;
        for (int i = Math.max(0, (int) (closure.start() / FRAME) - 1); i <= last; i++) {
            boolean isDuring = middle(i) >= closure.start() - FRAME / 2 && middle(i) <= closure.end() + FRAME / 2;
            if (isDuring && Shown.at(shown, middle(i)) == Viseme.M) {
                return true;
            }
        }
        return false;
    }

    private static double middle(int frame) {
        return (frame + 0.5) * FRAME;
    }

    private static Shown shown(Cue cue) {
        return new Shown(cue.viseme(), seconds(cue.start()), seconds(cue.end()));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
