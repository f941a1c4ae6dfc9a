package avatar.compositor.renders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.api.RenderState;
import avatar.contract.api.RenderStatus;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderWatcher.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The phases of a render, by a clock that the test sets. */
class RenderJobTest {

    private static final Duration LENGTH = Duration.ofSeconds(2);

    private long nowNanos;
    private int closed;
    private final RenderJob job =
            RenderJob.queued("id", RenderFormat.MP4, Path.of("id.mp4"), Instant.EPOCH, () -> nowNanos);

    @Test
    void timeLeftFollowsFromTheTextThatWasSpoken() {
        job.speaks(this::close, 100);
        nowNanos = 5_000_000_000L;
        assertThat(job.start()).isTrue();
        assertThat(job.status().secondsLeft()).isNull();

        nowNanos += 3_000_000_000L;
        assertThat(job.written(characters(25))).isTrue();

        RenderStatus status = job.status();
        assertThat(status.state()).isEqualTo(RenderState.RUNNING);
        assertThat(status.percent()).isEqualTo(25);
        assertThat(status.secondsLeft()).isEqualTo(9.0);
        job.written(characters(1000));
        assertThat(job.status().percent()).as("the file is not complete").isEqualTo(99);
    }

    @Test
    void completeRenderHasItsFile() {
        job.start();
        job.done(LENGTH, 1000);

        assertThat(job.status())
                .isEqualTo(new RenderStatus(
                        "id", RenderState.DONE, 100, null, null, "mp4", "/api/v1/renders/id.mp4", LENGTH, 1000L));
        assertThat(job.bytes()).isEqualTo(1000);
        job.cancel();
        assertThat(job.state()).isEqualTo(RenderState.DONE);
    }

    @Test
    void queuedRenderIsCancelledAtOnceAndNeverStarts() {
        job.speaks(this::close, 100);

        job.cancel();

        assertThat(job.state()).isEqualTo(RenderState.CANCELLED);
        assertThat(closed).isEqualTo(1);
        assertThat(job.start()).isFalse();
        job.speaks(this::close, 100);
        assertThat(closed).as("speech that came too late").isEqualTo(2);
    }

    @Test
    void runningRenderIsCancelledWithItsNextFrame() {
        job.start();
        job.speaks(this::close, 100);
        job.written(characters(50));

        job.cancel();

        assertThat(closed).isEqualTo(1);
        assertThat(job.state()).isEqualTo(RenderState.RUNNING);
        assertThat(job.written(characters(51))).isFalse();
        job.fail("the speech was closed");
        assertThat(job.status())
                .isEqualTo(new RenderStatus("id", RenderState.CANCELLED, 50, null, null, "mp4", null, null, null));
    }

    @Test
    void renderThatWasCompleteBeforeItNoticedItsCancellationIsDone() {
        job.start();
        job.cancel();

        job.done(LENGTH, 1000);

        assertThat(job.state()).isEqualTo(RenderState.DONE);
    }

    @Test
    void failedRenderSaysWhy() {
        job.start();
        job.fail("The speech broke off");

        assertThat(job.status().state()).isEqualTo(RenderState.FAILED);
        assertThat(job.status().detail()).isEqualTo("The speech broke off");
    }

    @Test
    void renderThatDoesNotRunCanNotEnd() {
        assertThatThrownBy(() -> job.done(LENGTH, 1000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Render id is queued, not running");
        job.cancel();
        assertThatThrownBy(() -> job.fail("late")).hasMessage("Render id is cancelled, not running");
    }

    private void close() {
        closed++;
    }

    private static Progress characters(double characters) {
        return new Progress(1, Duration.ZERO, characters);
    }
}
