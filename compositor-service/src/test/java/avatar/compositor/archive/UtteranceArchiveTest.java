package avatar.compositor.archive;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.Word;
import avatar.pictures.fixtures.Tones;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class UtteranceArchiveTest {

    private final UtteranceArchive archive = new UtteranceArchive(3, 1_000_000);

    @Test
    void timelineCoversTheUtterance() {
        archive.add(segment("u", 0, false), "default");
        archive.add(segment("u", 1, true), "default");

        ArchivedUtterance.Timeline timeline = archive.require("u").timeline();

        assertThat(timeline.complete()).isTrue();
        assertThat(timeline.duration()).isEqualTo(ofMillis(400));
        assertThat(timeline.avatar()).isEqualTo("default");
        assertThat(timeline.text()).isEqualTo("text text");
        assertThat(timeline.words())
                .containsExactly(
                        new Word("text", ofMillis(0), ofMillis(200)), new Word("text", ofMillis(200), ofMillis(400)));
        assertThat(timeline.phonemes()).last().isEqualTo(new Phoneme("M", ofMillis(300), ofMillis(400)));
        assertThat(timeline.cues())
                .extracting(ArchivedUtterance.Said::viseme)
                .containsExactly(Viseme.K, Viseme.M, Viseme.K, Viseme.M);
    }

    @Test
    void timelineGrowsWhileSegmentsCome() {
        archive.add(segment("u", 0, false), "default");

        assertThat(archive.require("u").isComplete()).isFalse();
        assertThat(archive.require("u").timeline().duration()).isEqualTo(ofMillis(200));
    }

    @Test
    void segmentThatComesAgainIsIgnored() {
        archive.add(segment("u", 0, false), "default");
        archive.add(segment("u", 0, false), "default");

        assertThat(archive.require("u").segments()).hasSize(1);
    }

    @Test
    void utteranceThatIsNotKnownFromItsBeginningIsNotKept() {
        archive.add(segment("u", 1, true), "default");

        assertNotKept("u");
    }

    @Test
    void oldestIsDroppedBeyondTheLimit() {
        for (String id : List.of("a", "b", "c", "d")) {
            archive.add(segment(id, 0, true), "default");
        }

        assertNotKept("a");
        assertThat(archive.require("b")).isNotNull();
        assertThat(archive.size()).isEqualTo(3);
    }

    @Test
    void memoryIsBounded() {
        UtteranceArchive small = new UtteranceArchive(100, 20_000);
        for (int i = 0; i < 50; i++) {
            small.add(segment("u" + i, 0, true), "default");
            assertThat(small.bytesHeld()).isLessThanOrEqualTo(20_000);
        }

        assertThat(small.size()).isBetween(1, 3);
        assertThat(small.require("u49")).isNotNull();
    }

    @Test
    void utteranceThatIsTooLargeByItselfIsNotKept() {
        UtteranceArchive tiny = new UtteranceArchive(100, 10_000);
        tiny.add(segment("u", 0, false), "default");
        tiny.add(segment("u", 1, true), "default");

        assertThat(tiny.size()).isZero();
        assertThat(tiny.bytesHeld()).isZero();
    }

    @Test
    void soundIsOneWaveFile() throws Exception {
        archive.add(segment("u", 0, false), "default");
        archive.add(Tones.segment("u", 1, true, 24_000, 100, Viseme.K, Viseme.M), "default");

        byte[] file = WaveFile.of(archive.require("u").segments());

        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength()).isBetween(6_390L, 6_410L);
        }
    }

    private void assertNotKept(String id) {
        assertThatThrownBy(() -> archive.require(id))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static SpeechSegment segment(String id, int index, boolean last) {
        return Tones.segment(id, index, last, 16_000, 100, Viseme.K, Viseme.M);
    }
}
