package avatar.pictures.playback;

import static avatar.pictures.playback.Speech.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.ComposedPictures;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.playback.Frame.Spoken;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frame takes 40 ms. */
class ChannelTest {

    private static final Avatar AVATAR = Avatars.of(Scene.of(320, 240, 4), 25);
    private static final int FRAME = 40;

    private final ComposedPictures pictures = new ComposedPictures(AVATAR);
    private final Stage stage = new Stage();
    private final FakeTicker ticker = stage.ticker();
    private final Channel channel = stage.channel();
    private final RecordingAudience viewers = new RecordingAudience();

    @BeforeEach
    void useAvatar() {
        channel.attach(viewers);
        channel.useAvatar(pictures);
    }

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void baseVideoLoopsForEver() {
        viewers.isWatching = true;

        stage.pass(8 * FRAME);

        assertThat(viewers.frames).extracting(Frame::index).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0);
        assertThat(viewers.frames).extracting(Frame::due).element(5).isEqualTo(FakeTicker.START.plusMillis(200));
        assertThat(viewers.frames)
                .as("an idle frame is never encoded")
                .allSatisfy(frame -> assertThat(frame.picture().isBase()).isTrue());
    }

    @Test
    void speechIsShownFrameByFrameAndItsAudioComesWithItsFirstFrame() {
        viewers.isWatching = true;
        stage.pass(30);
        channel.offer(replace("a", 0, true, 100, Viseme.AA));
        stage.pass(4 * FRAME);

        assertThat(viewers.frames)
                .extracting(Frame::spoken)
                .containsExactly(
                        null,
                        new Spoken("a", Viseme.AA, Duration.ofMillis(30)),
                        new Spoken("a", Viseme.AA, Duration.ofMillis(70)),
                        new Spoken("a", Viseme.M, Duration.ofMillis(100)),
                        null);
        assertThat(viewers.audio.get(1)).singleElement().satisfies(clip -> {
            assertThat(clip.soundsAt()).as("when it came").isEqualTo(FakeTicker.START.plusMillis(30));
            assertThat(clip.samples().remaining()).isEqualTo(3200);
        });
        assertThat(viewers.audio.get(2)).isEmpty();
        assertThat(viewers.frames.get(2).picture().isBase()).isFalse();
        assertThat(channel.counters().spliced()).as("the last one fades out").isEqualTo(4);
        assertThat(channel.counters().composed()).isEqualTo(5);
    }

    @Test
    void withoutViewersNothingIsComposedAndSpeechIsPlayed() {
        var released = channel.offer(replace("a", 0, true, 100)).toCompletableFuture();
        stage.pass(4 * FRAME);

        assertThat(channel.counters().composed()).isZero();
        assertThat(released).isCompleted();
        assertThat(stage.events())
                .extracting(SpeechEvent::state)
                .containsExactly(SpeechState.SPEAKING, SpeechState.DONE);
        assertThat(stage.events()).extracting(SpeechEvent::channel).containsOnly("main");
        assertThat(stage.events()).extracting(SpeechEvent::at).first().isEqualTo(FakeTicker.START);
    }

    @Test
    void joiningViewerGetsTheCurrentFrameAndTheRestOfTheSound() {
        channel.offer(replace("a", 0, true, 100));
        stage.pass(FRAME);
        ticker.advance(Duration.ofMillis(7));
        RecordingAudience joining = new RecordingAudience();
        channel.join(joining);
        stage.pass(0);

        assertThat(joining.frames).extracting(Frame::number).containsExactly(1L);
        AudioClip rest = joining.audio.getFirst().getFirst();
        assertThat(rest.soundsAt()).isEqualTo(FakeTicker.START.plusMillis(40));
        assertThat(rest.samples().remaining()).as("60 of 100 ms").isEqualTo(1920);
        assertThat(rest.samples().order(ByteOrder.LITTLE_ENDIAN).getShort(0)).isEqualTo((short) 640);
    }

    @Test
    void frameIsComposedOnceForAll() {
        viewers.isWatching = true;
        RecordingAudience others = new RecordingAudience();
        channel.attach(others);
        others.isWatching = true;

        stage.pass(0);
        channel.join(others);
        stage.pass(0);

        assertThat(channel.counters().composed()).isEqualTo(1);
        assertThat(others.frames).hasSize(2).containsOnly(viewers.frames.getFirst());
    }

    @Test
    void lateFramesAreSkippedAndCounted() {
        viewers.isWatching = true;
        stage.pass(FRAME);
        ticker.advance(Duration.ofMillis(130));
        stage.pass(30);

        assertThat(viewers.frames).extracting(Frame::number).containsExactly(0L, 1L, 4L, 5L);
        assertThat(channel.counters().late()).isEqualTo(2);
    }

    @Test
    void frameThatFailsIsCountedAndTheNextOneComes() {
        viewers.isWatching = true;
        stage.pass(0);
        viewers.fails = true;
        stage.pass(FRAME);
        viewers.fails = false;
        stage.pass(FRAME);

        assertThat(viewers.frames).extracting(Frame::number).containsExactly(0L, 2L);
        assertThat(channel.counters().failed()).isEqualTo(1);
    }

    @Test
    void describesTheSpeechAndTheQueue() {
        channel.offer(replace("a", 0, true, 100));
        channel.offer(Speech.enqueue("b", 0, true, 100));
        stage.pass(0);

        assertThat(channel.speaking()).isEqualTo("a");
        assertThat(channel.waiting()).isEqualTo(1);
    }

    @Test
    void isIdleWithoutViewersAndSpeech() {
        assertThat(channel.turn()).isEqualTo(FrameScheduler.NEVER);

        ticker.advance(Duration.ofSeconds(1));
        RecordingAudience joining = new RecordingAudience();
        channel.join(joining);
        stage.pass(0);

        assertThat(joining.frames)
                .extracting(Frame::number)
                .as("the frame of now")
                .containsExactly(25L);
        assertThat(channel.counters().late()).isZero();
        assertThat(channel.turn()).isEqualTo(FrameScheduler.NEVER);
    }

    @Test
    void anInterruptionShutsTheMouthAndTakesBackTheSoundOnTheNextFrame() {
        viewers.isWatching = true;
        channel.offer(replace("a", 0, false, 5000, Viseme.AA));
        stage.pass(10 * FRAME);

        channel.offer(Speech.stop("enough"));
        stage.pass(1);
        assertThat(viewers.ended).as("before any frame").containsExactly("a");
        stage.pass(2 * FRAME);

        List<Frame> after = viewers.frames.subList(11, 13);
        assertThat(after).extracting(Frame::spoken).containsOnlyNulls();
        assertThat(after.getFirst().picture().isBase()).as("shutting").isFalse();
        assertThat(after.getLast().picture().isBase()).as("shut").isTrue();
    }

    @Test
    void returnsItsAvatarAfterAWhileAndRequestsItForTheNextViewer() {
        viewers.isWatching = true;
        stage.pass(FRAME);
        channel.releaseAvatarAfter(Duration.ZERO);
        stage.pass(FRAME);
        assertThat(stage.returned()).as("while it is watched").isZero();

        viewers.isWatching = false;
        stage.pass(FRAME);
        channel.releaseAvatarAfter(Duration.ofSeconds(1));
        stage.pass(0);
        assertThat(stage.returned()).as("too early").isZero();
        ticker.advance(Duration.ofSeconds(1));
        channel.releaseAvatarAfter(Duration.ofSeconds(1));
        stage.pass(0);
        assertThat(stage.returned()).isEqualTo(1);

        RecordingAudience joining = new RecordingAudience();
        channel.join(joining);
        stage.pass(0);
        assertThat(stage.needed()).isEqualTo(1);
        channel.useAvatar(pictures);
        stage.pass(0);
        assertThat(joining.frames).hasSize(1);
    }

    @Test
    void closingEndsItsViewersAndStopsItsSpeech() {
        viewers.isWatching = true;
        var released = channel.offer(replace("a", 0, false, 5000)).toCompletableFuture();
        stage.pass(FRAME);

        var stopped = channel.close().toCompletableFuture();
        SpeechSegment late = replace("a", 1, true, 100);
        var dropped = channel.offer(late).toCompletableFuture();
        RecordingAudience joining = new RecordingAudience();
        channel.join(joining);
        stage.pass(FRAME);

        assertThat(stopped).isCompletedWithValue(List.of("a"));
        assertThat(released).isCompleted();
        assertThat(dropped).isCompleted();
        assertThat(viewers.hasEnded).isTrue();
        assertThat(joining.hasEnded).isTrue();
        assertThat(stage.returned()).isEqualTo(1);
        assertThat(stage.events())
                .extracting(event -> event.state().label(), SpeechEvent::detail)
                .contains(tuple("stopped", "channel 'main' was deleted"));
        assertThat(channel.turn()).isEqualTo(FrameScheduler.NEVER);
    }
}
