package avatar.pictures.playback;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.pictures.playback.Standing.AwaitingAvatar;
import avatar.pictures.playback.Standing.Idle;
import avatar.pictures.playback.Standing.Playing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void idleChannelIsNeverOverdueAndStaysIdleSinceItsBeginning() {
        Idle idle = new Idle(10);

        assertThat(idle.overdue(Long.MAX_VALUE)).isEqualTo(Duration.ZERO);
        assertThat(idle.toIdle(99)).isEqualTo(new Idle(10));
    }

    @Test
    void playingChannelIsOverdueAfterItsNextTurn() {
        Playing playing = new Idle(0).toPlaying(100, "a", 1);

        assertThat(playing.overdue(90)).isEqualTo(Duration.ZERO);
        assertThat(playing.overdue(130)).isEqualTo(Duration.ofNanos(30));
        assertThat(playing.next(140, "b", 0)).isEqualTo(new Playing(140, "b", 0));
        assertThat(playing.toIdle(150)).isEqualTo(new Idle(150));
    }

    @Test
    void channelWithoutAvatarSaysNothingAndIsOverdueAfterItsDeadline() {
        AwaitingAvatar awaiting = new Idle(0).toAwaitingAvatar(100, 2);

        assertThat(awaiting.speaking()).isNull();
        assertThat(awaiting.waiting()).isEqualTo(2);
        assertThat(awaiting.overdue(101)).isEqualTo(Duration.ofNanos(1));
        assertThat(awaiting.toIdle(120)).isEqualTo(new Idle(120));
    }
}
