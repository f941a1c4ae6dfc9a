package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final long SECOND = 1_000_000_000;
    private static final Viewer.Limits LIMITS = new Viewer.Limits(10 * SECOND, 20);

    private final FakeWire wire = new FakeWire(1);
    private final List<ByteBuf> offered = new ArrayList<>();
    private long now = 100 * SECOND;

    @Test
    void quickViewerGetsEveryFrame() {
        Viewer viewer = viewer();

        for (String frame : List.of("1", "2", "3")) {
            offer(viewer, frame);
            wire.drain();
        }

        assertThat(wire.written).containsExactly("1", "2", "3");
        assertThat(viewer.status()).isEqualTo(new Viewer.Status(3, 0, 0));
    }

    @Test
    void slowViewerGetsTheNewestFrame() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        offer(viewer, "2");
        offer(viewer, "3");
        wire.drain();
        wire.drain();

        assertThat(wire.written).containsExactly("1", "3");
        assertThat(viewer.status()).isEqualTo(new Viewer.Status(2, 1, 0));
    }

    @Test
    void frameWaitsUntilTheOneBeforeHasLeft() {
        FakeWire roomy = new FakeWire(100);
        Viewer viewer = new Viewer("v", roomy, LIMITS, () -> now);

        offer(viewer, "1");
        offer(viewer, "2", "a");
        offer(viewer, "3");
        assertThat(roomy.written).containsExactly("1", "a");
        roomy.drain();

        assertThat(roomy.written).containsExactly("1", "a", "3");
    }

    @Test
    void audioIsNeverLeftOutAndComesBeforeTheFramesOfItsTime() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        offer(viewer, "2 silent");
        offer(viewer, "3 spoken", "a", "b");
        for (int i = 0; i < 4; i++) {
            wire.drain();
        }

        assertThat(wire.written).containsExactly("1", "a", "b", "3 spoken");
    }

    @Test
    void soundThatIsTakenBackIsNotWritten() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        offer(viewer, "2", "a", "b");
        viewer.endUtterance("a");
        wire.drain();
        wire.drain();

        assertThat(wire.written).containsExactly("1", "b", "2");
    }

    @Test
    void releasesEveryBuffer() {
        Viewer viewer = viewer();

        for (String frame : List.of("1", "2", "3")) {
            offer(viewer, frame, "a", "b");
        }
        viewer.endUtterance("a");
        wire.drain();
        offer(viewer, "4", "c");
        viewer.close();
        offer(viewer, "5", "d");

        assertThat(offered)
                .hasSize(13)
                .allSatisfy(part -> assertThat(part.refCnt()).isZero());
    }

    @Test
    void endedViewerHasItsStreamEnded() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        viewer.end();
        offer(viewer, "2");
        wire.drain();

        assertThat(wire.hasEnded).isTrue();
        assertThat(wire.written).containsExactly("1");
    }

    @Test
    void viewerThatIsTooFarBehindForTheAudioIsDisconnected() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        offer(viewer, "2", "0123456789", "0123456789");
        assertThat(wire.isHungUp).isFalse();
        offer(viewer, "3", "0");

        assertThat(wire.isHungUp).isTrue();
        assertThat(viewer.cutOff()).isEqualTo("21 bytes of audio behind");
        wire.drain();
        assertThat(wire.written).as("nothing more is written").containsExactly("1");
    }

    @Test
    void viewerThatTakesNoBytesForTooLongIsDisconnected() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        now += 10 * SECOND;
        offer(viewer, "2");
        assertThat(wire.isHungUp).isFalse();
        now += 1;
        offer(viewer, "3");

        assertThat(wire.isHungUp).isTrue();
        assertThat(viewer.cutOff()).isEqualTo("took no bytes for 10000 ms");
    }

    @Test
    void slowProgressIsProgress() {
        Viewer viewer = viewer();

        for (int i = 0; i < 10; i++) {
            offer(viewer, "frame");
            offer(viewer, "frame");
            now += 9 * SECOND;
            wire.drain();
        }

        assertThat(wire.isHungUp).isFalse();
    }

    @Test
    void idleViewerDoesNotTimeOut() {
        Viewer viewer = viewer();

        offer(viewer, "1");
        wire.drain();
        now += 60 * SECOND;
        offer(viewer, "2");

        assertThat(wire.isHungUp).isFalse();
    }

    @Test
    void rateIsThatOfTheLatestFullSecond() {
        Viewer viewer = viewer();

        for (int i = 0; i < 50; i++) {
            offer(viewer, "frame");
            wire.drain();
            now += SECOND / 25;
        }

        assertThat(viewer.status().fps()).isEqualTo(25);
        now += 2 * SECOND;
        assertThat(viewer.status().fps()).isZero();
    }

    private Viewer viewer() {
        return new Viewer("v", wire, LIMITS, () -> now);
    }

    /** Sounds are named after their utterances. */
    private void offer(Viewer viewer, String frame, String... clips) {
        ByteBuf picture = part(frame);
        List<Sound> sounds =
                Stream.of(clips).map(clip -> new Sound(clip, part(clip))).toList();
        viewer.offer(picture, sounds);
        picture.release();
        sounds.forEach(sound -> sound.part().release());
        viewer.drain();
    }

    private ByteBuf part(String text) {
        ByteBuf part = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
        offered.add(part);
        return part;
    }
}
