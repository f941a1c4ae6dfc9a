package avatar.faces.loop;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures the seam of a finished loop while its pictures are read. */
public final class SeamMeter implements Clip.Visitor {

    /** Cell size of the compared thumbnails: fine enough for a mouth, coarse enough to average noise out. */
    private static final int SIDE = 160;

    private final LoopPlan plan;
    private final List<Double> atSeam = new ArrayList<>();
    private final List<Double> elsewhere = new ArrayList<>();

    private @Nullable Thumbnail first;
    private @Nullable Thumbnail last;

    /** @param plan of the loop whose pictures will be visited */
    public SeamMeter(LoopPlan plan) {
        this.plan = plan;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        Thumbnail thumbnail = Thumbnail.of(picture, SIDE);
        if (last == null) {
            first = thumbnail;
        } else {
            double step = last.differenceTo(thumbnail);
            (isSeam(index) ? atSeam : elsewhere).add(step);
        }
        last = thumbnail;
    }

    /** Whether the step to this picture does not occur in the clip. */
    private boolean isSeam(int index) {
        LoopFrame here = plan.frames().get(index);
        LoopFrame before = plan.frames().get(index - 1);
        return here.isMixed() || before.isMixed();
    }

    /** The result; to be called after all pictures were visited. */
    public SeamReport report() {
        if (first == null || last == null) {
            throw new IllegalStateException("No picture was visited");
        }
        double back = last.differenceTo(first);
        double step = atSeam.stream().reduce(back, Math::max);
        List<Double> sorted = elsewhere.stream().sorted().toList();
        return new SeamReport(step, sorted.isEmpty() ? step : sorted.get(sorted.size() / 2));
    }
}
