package avatar.mouths.sadtalker;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.flite.Flite;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.pipeline.Coefficients;
import avatar.sadtalker.pipeline.Expressions;
import avatar.sadtalker.pipeline.HeadMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faces of exemplars that a voice says, with networks that do little. */
class VisemeFacesTest {

    private static final List<Float> POSE = List.of(0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f);
    private static final Coefficients PHOTO =
            new Coefficients(Collections.nCopies(64, 0f), POSE, List.of(1f, 128f, 128f));

    @TempDir
    Path folder;

    @BeforeEach
    void models() throws IOException {
        StandIns.write(folder);
    }

    @Test
    void headIsHeldAsInThePhoto() {
        assertThat(faces(null))
                .hasSize(22)
                .allSatisfy((viseme, face) -> assertThat(face.pose()).isEqualTo(POSE));
    }

    @Test
    void headMovesInAStyle() {
        assertThat(faces(new HeadMotion.Style(7, 1)))
                .hasSize(22)
                .allSatisfy((viseme, face) -> assertThat(face.pose()).isNotEqualTo(POSE));
    }

    private Map<Viseme, Coefficients> faces(HeadMotion.@Nullable Style style) {
        ModelBundle models = ModelBundle.open(folder);
        Execution execution = Execution.on(Execution.Device.CPU, line -> {});
        try (Flite flite = Flite.open();
                Expressions expressions = Expressions.of(models, execution);
                Heads heads = new Heads(models, execution, POSE, style)) {
            return new VisemeFaces(expressions, heads, flite, PHOTO, 1).all();
        }
    }
}
