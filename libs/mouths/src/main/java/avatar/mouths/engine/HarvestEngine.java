package avatar.mouths.engine;

import avatar.contract.viseme.Viseme;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.Clip;
import avatar.faces.video.WatchedClip;
import avatar.mouths.harvest.Harvest;
import avatar.mouths.harvest.TrackedClip;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The engine {@code harvest}: takes mouths from the video itself, and leaves those that never occur to {@code warp}.
 */
final class HarvestEngine implements MouthEngine {

    static final String NAME = "harvest";

    private final EngineOptions options;

    HarvestEngine(EngineOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.4;
    }

    @Override
    public Optional<String> remark() {
        return options.remarkOnSize(NAME);
    }

    @Override
    public Map<Viseme, ? extends VisemeMouth> mouths(MouthWarp warp, MouthSource source, DoubleConsumer progress) {
        int pictures = source.faces().size();
        Clip watched = new WatchedClip(source.clip(), (index, picture) -> progress.accept((double) index / pictures));
        TrackedClip speech = new TrackedClip(
                watched,
                source.faces(),
                HeadTrack.of(source.faces(), source.frame(), source.clip().fps()),
                source.frame());
        return Harvest.of(speech, source.reference(), warp);
    }
}
