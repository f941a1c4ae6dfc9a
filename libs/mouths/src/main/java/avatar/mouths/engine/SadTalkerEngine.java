package avatar.mouths.engine;

import avatar.contract.viseme.Viseme;
import avatar.mouths.sadtalker.SadTalkerMouths;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** The engine {@code sadtalker}: renders all mouths by the networks of SadTalker. */
final class SadTalkerEngine implements MouthEngine {

    static final String NAME = "sadtalker";

    private final EngineOptions options;
    private final SadTalkerSettings settings;

    SadTalkerEngine(EngineOptions options) {
        this.options = options;
        this.settings = options.sadTalker();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double effort() {
        return 120;
    }

    @Override
    public double share() {
        return 0.98;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("expressionScale", Double.toString(settings.expressionScale()), "pose", settings.pose());
    }

    @Override
    public void prepare() {
        settings.open(options.size());
    }

    @Override
    public Map<Viseme, ? extends VisemeMouth> mouths(MouthWarp warp, MouthSource source, DoubleConsumer progress) {
        return new SadTalkerMouths(source.reference(), source.face(), settings, settings.open(options.size()))
                .make(warp, source.work(), progress);
    }
}
