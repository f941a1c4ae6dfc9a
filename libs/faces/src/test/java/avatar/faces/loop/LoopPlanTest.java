package avatar.faces.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import avatar.contract.bundle.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopPlanTest {

    private final LoopPlan plan = new LoopPlan(
            LoopMode.CROSSFADE,
            List.of(LoopFrame.plain(1), LoopFrame.plain(2), new LoopFrame(3, 0, 0.25)),
            "as wanted");

    @Test
    void carriesTheTrackAlong() {
        List<Similarity> clip = List.of(
                Similarity.IDENTITY,
                new Similarity(1, 0, 1, 0),
                new Similarity(1, 0, 2, 0),
                new Similarity(1.2, 0.4, 8, -4));

        List<Similarity> track = plan.track(clip);

        assertThat(track).hasSize(3);
        assertThat(track.subList(0, 2)).isEqualTo(clip.subList(1, 3));
        assertThat(track.get(2).x(10, 20)).isEqualTo(0.75 * clip.get(3).x(10, 20) + 0.25 * 10);
        assertThat(track.get(2).y(10, 20)).isEqualTo(0.75 * clip.get(3).y(10, 20) + 0.25 * 20);
    }

    @Test
    void knowsWhereAPictureIsSeenAsItIs() {
        assertThat(plan.indexOf(2)).hasValue(1);
        assertThat(plan.indexOf(3)).isEmpty();
        assertThat(plan.indexOf(0)).isEmpty();
    }

    @Test
    void tellsWhatOfTheClipIsUsed() {
        assertThat(plan.in()).isEqualTo(1);
        assertThat(plan.out()).isEqualTo(4);
        assertThat(plan.seamFrames()).isEqualTo(1);
    }

    @Test
    void refusesToMixWithALaterPicture() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoopFrame(3, 4, 0.5))
                .withMessage("Invalid mix of picture 3: found picture 4 by 0.5, expected an earlier picture by 0 to 1");
    }
}
