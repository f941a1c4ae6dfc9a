package avatar.mouths.sadtalker;

import avatar.sadtalker.pipeline.Renderer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A renderer that is loaded for the first picture that is missing, and never if all exist. */
final class Lazily implements AutoCloseable {

    private final Supplier<Renderer> loading;
    private @Nullable Renderer renderer;

    Lazily(Supplier<Renderer> loading) {
        this.loading = loading;
    }

    Renderer get() {
        Renderer loaded = renderer == null ? loading.get() : renderer;
        renderer = loaded;
        return loaded;
    }

    @Override
    public void close() {
        if (renderer != null) {
            renderer.close();
        }
    }
}
