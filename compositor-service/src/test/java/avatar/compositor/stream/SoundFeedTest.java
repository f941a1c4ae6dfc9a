package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.pictures.playback.AudioClip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame takes 40 ms, sound has 16 samples a millisecond. */
class SoundFeedTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FRAME = Duration.ofMillis(40);

    @Test
    void soundIsSentFrameByFrameAheadByTheLead() {
        SoundFeed feed = new SoundFeed(Duration.ofMillis(100), FRAME);
        feed.add(List.of(clip("a", 0, 300)));

        assertThat(feed.take(START)).singleElement().satisfies(piece -> {
            assertThat(piece.soundsAt()).isEqualTo(START);
            assertThat(samples(piece)).hasSize(140 * 16);
        });
        assertThat(feed.take(START.plus(FRAME))).singleElement().satisfies(piece -> {
            assertThat(piece.soundsAt()).isEqualTo(START.plusMillis(140));
            assertThat(samples(piece)).hasSize(40 * 16).startsWith((short) (140 * 16));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 40, 500, 5000})
    void allSoundIsSentOnceAndInOrder(int lead) {
        SoundFeed feed = new SoundFeed(Duration.ofMillis(lead), FRAME);
        feed.add(List.of(clip("a", 10, 333), clip("a", 343, 99)));

        List<Short> heard = new ArrayList<>();
        for (int frame = 0; frame < 15; frame++) {
            Instant due = START.plus(FRAME.multipliedBy(frame));
            for (AudioClip piece : feed.take(due)) {
                assertThat(piece.soundsAt())
                        .as("not too early")
                        .isBefore(due.plus(FRAME).plusMillis(lead));
                heard.addAll(samples(piece));
            }
        }

        assertThat(heard).hasSize((333 + 99) * 16);
        assertThat(heard.subList(0, 333 * 16)).isEqualTo(samples(clip("a", 10, 333)));
        assertThat(heard.subList(333 * 16, heard.size())).isEqualTo(samples(clip("a", 343, 99)));
    }

    @Test
    void droppedSoundIsNotSent() {
        SoundFeed feed = new SoundFeed(Duration.ZERO, FRAME);
        feed.add(List.of(clip("a", 0, 300)));
        feed.take(START);

        feed.endUtterance("a");
        feed.add(List.of(clip("b", 40, 40)));

        assertThat(feed.take(START.plus(FRAME)))
                .extracting(AudioClip::utteranceId)
                .containsExactly("b");
    }

    private static AudioClip clip(String utterance, int atMillis, int millis) {
        ByteBuffer samples = ByteBuffer.allocate(millis * 32).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, millis * 16).forEach(sample -> samples.putShort((short) sample));
        return new AudioClip(utterance, 0, START.plusMillis(atMillis), 16_000, samples.flip());
    }

    private static List<Short> samples(AudioClip clip) {
        ByteBuffer samples = clip.samples().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<Short> all = new ArrayList<>();
        while (samples.hasRemaining()) {
            all.add(samples.getShort());
        }
        return all;
    }
}
