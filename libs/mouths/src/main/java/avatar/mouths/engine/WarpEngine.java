package avatar.mouths.engine;

import avatar.contract.viseme.Viseme;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The engine {@code warp}: bends the shut mouth of one frame. It makes no mouths here, since it makes what engines
 * leave out.
 */
final class WarpEngine implements MouthEngine {

    static final String NAME = "warp";

    private final EngineOptions options;

    WarpEngine(EngineOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> remark() {
        return options.remarkOnSize(NAME);
    }

    @Override
    public Map<Viseme, ? extends VisemeMouth> mouths(MouthWarp warp, MouthSource source, DoubleConsumer progress) {
        return Map.of();
    }
}
