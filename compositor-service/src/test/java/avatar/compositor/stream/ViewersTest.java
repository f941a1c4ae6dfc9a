package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.Pictures.Picture;
import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All who watch a channel in one size. At full size, a million frames: {@code -Davatar.test.frames=1000000}. */
class ViewersTest {

    private static final int FRAMES = Integer.getInteger("avatar.test.frames", 20_000);
    private static final Picture STILL = new Picture(ByteBuffer.allocateDirect(40_000), true);
    private static final Picture SPEAKING = new Picture(ByteBuffer.wrap(new byte[40_000]), false);
    private static final int CHUNK_BYTES = Part.MEMORY.metric().chunkSize();

    private final Viewers viewers = new Viewers();
    private long now;

    @Test
    void framesAndSoundThatWereShownOrDroppedLeaveNoMemoryBehind() {
        FakeWire quick = join(true, 100);
        FakeWire slow = join(false, 2);
        join(true, 0);
        long before = Part.MEMORY.metric().usedDirectMemory();

        for (int i = 1; i <= FRAMES; i++) {
            viewers.show(frame(i, i % 2 == 0 ? STILL : SPEAKING), List.of(clip("u" + i)));
            viewers.endUtterance("u" + i);
            quick.takeAll();
            if (i % 3 == 0) {
                slow.takeAll();
            }
        }

        assertThat(Part.MEMORY.metric().usedDirectMemory() - before).isLessThanOrEqualTo(CHUNK_BYTES);
    }

    private FakeWire join(boolean hears, int capacity) {
        FakeWire wire = new FakeWire(capacity);
        Viewer viewer = new Viewer("v", wire, new Viewer.Limits(Long.MAX_VALUE, Long.MAX_VALUE), () -> now++);
        StreamOptions options = StreamOptions.of(MultiMap.caseInsensitiveMultiMap(), hears, null);
        viewers.add(new Subscription(viewer, options, 25), frame(0, STILL), List.of());
        return wire;
    }

    private static Frame frame(long number, Picture picture) {
        return new Frame(number, 0, Instant.EPOCH.plus(Duration.ofMillis(40 * number)), picture, null);
    }

    private static AudioClip clip(String utteranceId) {
        return new AudioClip(utteranceId, 0, Instant.EPOCH, 16_000, ByteBuffer.wrap(new byte[1280]));
    }
}
