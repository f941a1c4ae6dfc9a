package avatar.pictures.playback;

import static avatar.pictures.playback.Speech.replace;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechState;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.ComposedPictures;
import avatar.pictures.fixtures.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that goes to another process, or has come from one. A frame takes 40 ms. */
class MovedChannelTest {

    private static final Avatar AVATAR = Avatars.of(Scene.of(320, 240, 4), 25);
    private static final int FRAME = 40;

    private final ComposedPictures pictures = new ComposedPictures(AVATAR);
    private final Stage stage = new Stage();
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
    void channelThatIsHandedOverStopsSpeakingAndShowsTheBaseVideo() {
        viewers.isWatching = true;
        var _ = channel.offer(replace("a", 0, true, 2000));
        stage.pass(10 * FRAME);

        CompletableFuture<Optional<SpeechProgress>> stopped = channel.handOver().toCompletableFuture();
        stage.pass(10 * FRAME);

        assertThat(stopped.join())
                .hasValueSatisfying(progress ->
                        assertThat(progress.position()).isBetween(Duration.ofMillis(340), Duration.ofMillis(420)));
        assertThat(viewers.frames).extracting(Frame::spoken).last().isNull();
        assertThat(stage.events()).extracting(SpeechEvent::state).containsExactly(SpeechState.SPEAKING);
        assertThat(viewers.ended).containsExactly("a");
    }

    @Test
    void speechFromAnotherProcessWaitsForItsViewer() {
        channel.resume(new Continuation(Set.of(), null));
        var _ = channel.offer(replace("a", 0, true, 400));
        stage.pass(10 * FRAME);
        assertThat(stage.events()).isEmpty();

        channel.join(viewers);
        viewers.isWatching = true;
        stage.pass(5 * FRAME);

        assertThat(stage.events()).extracting(SpeechEvent::state).containsExactly(SpeechState.SPEAKING);
    }

    @Test
    void speechFromAnotherProcessThatNobodyHearsWaitsForASecond() {
        channel.resume(new Continuation(Set.of(), null));
        var _ = channel.offer(replace("a", 0, true, 400));

        stage.pass(900);
        assertThat(stage.events()).isEmpty();
        stage.pass(200);
        assertThat(stage.events()).extracting(SpeechEvent::state).containsExactly(SpeechState.SPEAKING);
    }

    @Test
    void channelReportsHowFarItHasSpoken() {
        var _ = channel.offer(replace("a", 0, true, 900));

        stage.pass(20 * FRAME);

        assertThat(stage.progress()).extracting(SpeechProgress::utteranceId).containsExactly("a", "a");
    }

    @Test
    void speechThatWaitsForViewersIsStoppedWithItsChannel() {
        channel.resume(new Continuation(Set.of(), null));
        var _ = channel.offer(replace("a", 0, true, 400));

        CompletableFuture<List<String>> stopped = channel.close().toCompletableFuture();
        stage.pass(FRAME);

        assertThat(stopped.join()).containsExactly("a");
        assertThat(stage.events()).extracting(SpeechEvent::state).containsExactly(SpeechState.STOPPED);
    }
}
