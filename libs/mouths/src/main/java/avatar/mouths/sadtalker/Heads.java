package avatar.mouths.sadtalker;

import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.pipeline.HeadMotion;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Poses of a speaking head: as in the photo, or moving in a style. */
final class Heads implements AutoCloseable {

    private final List<Float> photo;
    private final HeadMotion.@Nullable Style style;
    private final @Nullable HeadMotion motion;

    /**
     * Loads the network of head motion, if there is a style.
     *
     * @param photo the pose that every motion starts from
     * @param style null: the head stays as it is
     */
    Heads(ModelBundle models, Execution execution, List<Float> photo, HeadMotion.@Nullable Style style) {
        this.photo = photo;
        this.style = style;
        this.motion = style == null ? null : HeadMotion.of(models, execution);
    }

    /**
     * The pose in each picture of a speech.
     *
     * @param pictures how many there are
     */
    List<List<Float>> of(float[] samples, int pictures) {
        return motion == null || style == null
                ? Collections.nCopies(pictures, photo)
                : motion.of(samples, photo, style);
    }

    @Override
    public void close() {
        if (motion != null) {
            motion.close();
        }
    }
}
