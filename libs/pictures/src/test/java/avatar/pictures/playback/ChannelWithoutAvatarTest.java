package avatar.pictures.playback;

import static avatar.pictures.playback.Speech.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.ComposedPictures;
import avatar.pictures.fixtures.Scene;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelWithoutAvatarTest {

    private final Stage stage = new Stage();
    private final Channel channel = stage.channel();

    @Test
    void speechWaitsForTheAvatar() {
        RecordingAudience viewers = new RecordingAudience();
        viewers.isWatching = true;
        channel.attach(viewers);
        channel.offer(replace("a", 0, true, 100, Viseme.AA));
        stage.pass(3000);
        assertThat(stage.needed()).isPositive();
        assertThat(stage.events()).isEmpty();

        try (ComposedPictures pictures = new ComposedPictures(Avatars.of(Scene.of(320, 240, 4), 25))) {
            channel.useAvatar(pictures);
            stage.pass(200);
        }

        assertThat(stage.events()).extracting(event -> event.state().label()).containsExactly("speaking", "done");
        assertThat(viewers.frames.getFirst().spoken()).as("from its beginning").isNotNull();
    }

    @Test
    void speechThatWaitsLongIsReportedOnceAndIsNotLost() {
        var released = channel.offer(replace("a", 0, true, 100)).toCompletableFuture();
        channel.offer(Speech.enqueue("b", 0, true, 100));
        stage.pass(4_999);
        assertThat(stage.events()).isEmpty();

        stage.pass(600_000);

        assertThat(stage.events())
                .extracting(SpeechEvent::utteranceId, event -> event.state().label(), SpeechEvent::detail)
                .containsExactly(tuple("a", "synthesizing", "waiting for the avatar: there is none"));
        assertThat(released).isNotDone();

        try (ComposedPictures pictures = new ComposedPictures(Avatars.of(Scene.of(320, 240, 4), 25))) {
            channel.useAvatar(pictures);
            stage.pass(400);
        }

        assertThat(stage.events().stream().skip(1))
                .extracting(SpeechEvent::utteranceId, event -> event.state().label())
                .containsExactly(
                        tuple("a", "speaking"), tuple("a", "done"), tuple("b", "speaking"), tuple("b", "done"));
    }

    @Test
    void speechThatHadToBeginEarlierFails() {
        Instant deadline = FakeTicker.START.plusSeconds(30);
        channel.offer(Speech.startingBy(deadline, replace("a", 0, true, 100)));
        stage.pass(29_000);
        assertThat(stage.events()).extracting(SpeechEvent::state).doesNotContain(SpeechState.FAILED);

        stage.pass(7_000);

        assertThat(stage.events())
                .last()
                .extracting(SpeechEvent::state, SpeechEvent::detail)
                .containsExactly(
                        SpeechState.FAILED, "was not begun until %s, the end of its maxWait".formatted(deadline));
    }

    @Test
    void viewerThatWaitsForTheFirstFrameIsRejectedWhenTheChannelIsClosed() {
        RecordingAudience joining = new RecordingAudience();
        channel.join(joining);
        stage.pass(100);

        channel.close();
        stage.pass(0);

        assertThat(joining.hasEnded).isTrue();
        assertThat(joining.frames).isEmpty();
    }
}
