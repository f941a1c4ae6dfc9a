package avatar.compositor.playback;

import static avatar.compositor.playback.Speech.replace;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.playback.Frame.Spoken;
import avatar.compositor.render.FrameComposer;
import avatar.compositor.render.MouthTiles;
import avatar.compositor.testsupport.Avatars;
import avatar.compositor.testsupport.Configs;
import avatar.compositor.testsupport.Scene;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.contract.viseme.Viseme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final Avatar AVATAR = Avatars.of(Scene.of(320, 240, 4), 25);

    private final FakeTicker ticker = new FakeTicker();
    private final FrameClock clock = new FrameClock(ticker, 25);
    private final FrameComposer composer = new FrameComposer(AVATAR, 0.85, new MouthTiles(0));
    private final List<SpeechEvent> events = new ArrayList<>();
    private final Channel channel =
            new Channel("main", composer, clock, Configs.defaults(PlaybackConfig.class), events::add);
    private final FrameLoop loop = new FrameLoop(channel, clock);
    private final Recorder viewers = new Recorder();
    private final AtomicLong ticks = new AtomicLong();
    private CompletableFuture<Void> released = new CompletableFuture<>();

    @BeforeEach
    void countTicks() {
        channel.attach(counter());
    }

    @AfterEach
    void close() {
        composer.close();
    }

    @Test
    void baseVideoLoopsForEver() {
        watch();

        run(9);

        assertThat(viewers.frames).extracting(Frame::index).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0);
        assertThat(viewers.frames).extracting(Frame::due).element(5).isEqualTo(FakeTicker.START.plusMillis(200));
        assertThat(viewers.frames.get(6).jpeg())
                .as("an idle frame is never encoded")
                .isSameAs(AVATAR.frames().get(2).jpeg().bytes());
    }

    @Test
    void speechIsShownFrameByFrameAndItsAudioComesWithItsFirstFrame() {
        watch();
        run(1);
        offer(replace("a", 0, true, 100, Viseme.AA));
        run(4);

        assertThat(viewers.frames)
                .extracting(Frame::spoken)
                .containsExactly(
                        null,
                        new Spoken("a", Viseme.AA, Duration.ofMillis(20)),
                        new Spoken("a", Viseme.AA, Duration.ofMillis(60)),
                        new Spoken("a", Viseme.M, Duration.ofMillis(100)),
                        null);
        assertThat(viewers.audioWith(1)).singleElement().satisfies(clip -> {
            assertThat(clip.soundsAt()).isEqualTo(FakeTicker.START.plusMillis(40));
            assertThat(clip.samples().remaining()).isEqualTo(3200);
        });
        assertThat(viewers.audioWith(2)).isEmpty();
        assertThat(viewers.frames.get(2).jpeg())
                .isNotEqualTo(AVATAR.frames().get(2).jpeg().bytes());
        assertThat(channel.counters().spliced()).as("the last one fades out").isEqualTo(4);
        assertThat(channel.counters().composed()).isEqualTo(5);
    }

    @Test
    void nothingIsComposedForNobodyButSpeechGoesOn() {
        offer(replace("a", 0, true, 100));
        run(5);

        assertThat(channel.counters().composed()).isZero();
        assertThat(released).isCompleted();
        assertThat(events).extracting(SpeechEvent::state).containsExactly(SpeechState.SPEAKING, SpeechState.DONE);
        assertThat(events).extracting(SpeechEvent::channel).containsOnly("main");
        assertThat(events).extracting(SpeechEvent::at).first().isEqualTo(FakeTicker.START);
    }

    @Test
    void newcomerGetsTheFrameThatIsSeenAndTheRestOfTheSound() {
        offer(replace("a", 0, true, 100));
        run(2);
        ticker.advance(Duration.ofMillis(7));
        Recorder newcomer = new Recorder();
        channel.greet(newcomer::show);
        loop.turn();

        assertThat(newcomer.frames).extracting(Frame::number).containsExactly(1L);
        AudioClip rest = newcomer.audioWith(0).getFirst();
        assertThat(rest.soundsAt()).isEqualTo(FakeTicker.START.plusMillis(40));
        assertThat(rest.samples().remaining()).as("60 of 100 ms").isEqualTo(1920);
        assertThat(rest.samples().order(java.nio.ByteOrder.LITTLE_ENDIAN).getShort(0))
                .isEqualTo((short) 640);
    }

    @Test
    void frameIsComposedOnceForAll() {
        watch();
        Recorder others = new Recorder();
        channel.attach(others);
        others.isWatching = true;

        run(1);
        channel.greet(others::show);
        loop.turn();

        assertThat(channel.counters().composed()).isEqualTo(1);
        assertThat(others.frames).hasSize(2).containsOnly(viewers.frames.getFirst());
    }

    @Test
    void lateFramesAreSkippedAndCounted() {
        watch();
        run(2);
        ticker.advance(Duration.ofMillis(130));
        run(2);

        assertThat(viewers.frames).extracting(Frame::number).containsExactly(0L, 1L, 4L, 5L);
        assertThat(channel.counters().late()).isEqualTo(2);
    }

    @Test
    void frameThatFailsIsCountedAndTheNextOneComes() {
        watch();
        run(1);
        viewers.fails = true;
        run(1);
        viewers.fails = false;
        run(1);

        assertThat(viewers.frames).extracting(Frame::number).containsExactly(0L, 2L);
        assertThat(channel.counters().failed()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsSaidAndHowMuchWaits() {
        offer(replace("a", 0, true, 100));
        offer(Speech.enqueue("b", 0, true, 100));
        run(1);

        assertThat(channel.speaking()).isEqualTo("a");
        assertThat(channel.waiting()).isEqualTo(1);
    }

    private void watch() {
        viewers.isWatching = true;
        channel.attach(viewers);
    }

    private void offer(SpeechSegment segment) {
        released = channel.offer(segment).toCompletableFuture();
    }

    /** Lets that many frames pass; a turn of the loop is a wait or a frame. */
    private void run(int frames) {
        long end = ticks.get() + frames;
        while (ticks.get() < end) {
            loop.turn();
        }
    }

    /** An audience that is asked at every tick. */
    private Audience counter() {
        return new Audience() {
            @Override
            public boolean isWatching() {
                ticks.incrementAndGet();
                return false;
            }

            @Override
            public void show(Frame frame, List<AudioClip> audio) {
                throw new AssertionError("Nobody is watching");
            }
        };
    }

    private static final class Recorder implements Audience {

        private final List<Frame> frames = new ArrayList<>();
        private final List<List<AudioClip>> audio = new ArrayList<>();
        private boolean isWatching;
        private boolean fails;

        @Override
        public boolean isWatching() {
            return isWatching;
        }

        @Override
        public void show(Frame frame, List<AudioClip> clips) {
            if (fails) {
                throw new IllegalStateException("made to fail");
            }
            frames.add(frame);
            audio.add(clips);
        }

        private List<AudioClip> audioWith(int frame) {
            return audio.get(frame);
        }
    }
}
