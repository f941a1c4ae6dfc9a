package avatar.faces.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import avatar.faces.clips.MemoryClip;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.Morph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopRendererTest {

    private final MemoryClip clip = Swaying.of(6, 40, 0).clip();

    @Test
    void makesEachFrameOfThePlanInOrder() {
        List<BgrImage> pictures = clip.pictures();
        LoopPlan plan =
                plan(LoopFrame.plain(2), LoopFrame.plain(3), new LoopFrame(4, 0, 0.5), new LoopFrame(5, 1, 0.9));

        List<BgrImage> loop = rendered(clip, plan);

        assertThat(loop.subList(0, 2)).containsExactly(pictures.get(2), pictures.get(3));
        assertThat(loop.get(2).bgr())
                .isEqualTo(Morph.between(pictures.get(4), pictures.get(0), 0.5).bgr());
        assertThat(loop.get(3).bgr())
                .isEqualTo(Morph.between(pictures.get(5), pictures.get(1), 0.9).bgr());
        assertThat(loop).hasSize(4);
    }

    @Test
    void standsStillWhereThePlanDoes() {
        List<BgrImage> loop = rendered(clip, plan(LoopFrame.plain(4), LoopFrame.plain(5), LoopFrame.plain(5)));

        assertThat(loop)
                .containsExactly(
                        clip.pictures().get(4),
                        clip.pictures().get(5),
                        clip.pictures().get(5));
    }

    @Test
    void runsBackwardsInPartsThatItCanHold() {
        CountingClip counting = new CountingClip(clip);
        int[] order = {0, 1, 2, 3, 4, 5, 4, 3, 2, 1};
        LoopPlan plan = plan(IntStream.of(order).mapToObj(LoopFrame::plain).toArray(LoopFrame[]::new));
        List<BgrImage> loop = new ArrayList<>();

        LoopRenderer.render(counting, plan, 2, loop::add);

        assertThat(loop)
                .containsExactlyElementsOf(
                        IntStream.of(order).mapToObj(clip.pictures()::get).toList());
        assertThat(counting.times).isEqualTo(3);
    }

    @Test
    void failsIfTheClipIsShorterThanThePlan() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rendered(clip, plan(LoopFrame.plain(5), LoopFrame.plain(6))))
                .withMessage("The clip ended before picture 6");
    }

    private static LoopPlan plan(LoopFrame... frames) {
        return new LoopPlan(LoopMode.CROSSFADE, List.of(frames), "as wanted");
    }

    private static List<BgrImage> rendered(Clip clip, LoopPlan plan) {
        List<BgrImage> loop = new ArrayList<>();
        LoopRenderer.render(clip, plan, loop::add);
        return loop;
    }

    private static final class CountingClip implements Clip {

        private final Clip clip;
        private int times;

        CountingClip(Clip clip) {
            this.clip = clip;
        }

        @Override
        public int width() {
            return clip.width();
        }

        @Override
        public int height() {
            return clip.height();
        }

        @Override
        public double fps() {
            return clip.fps();
        }

        @Override
        public void forEach(Visitor visitor) {
            times++;
            clip.forEach(visitor);
        }
    }
}
