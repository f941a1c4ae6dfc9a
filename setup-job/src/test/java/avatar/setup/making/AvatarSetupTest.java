package avatar.setup.making;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.clips.Clips;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarSetupTest {

    @TempDir
    Path temporary;

    private final Cancellation cancellation = new Cancellation();
    private final List<Step> steps = new ArrayList<>();
    private final AvatarSetup setup = new AvatarSetup(cancellation, List.of(steps::add));

    @Test
    void completedWorkIsReturnedWithItsResult() {
        AvatarMaker.Outcome result = AvatarMaker.Outcome.existed("anna", temporary);

        assertThat(setup.run(_ -> result)).isEqualTo(new SetupOutcome.Completed(result));
    }

    @Test
    void cancellationEndsTheWorkAtItsNextStepAndLeavesNothing() {
        Path video = Clips.writeStill(temporary.resolve("still.mp4"), 2);
        Path avatars = temporary.resolve("avatars");

        SetupOutcome outcome = setup.run(listener -> {
            cancellation.request(Cancellation.Reason.CANCELLED);
            AvatarMaker maker = new AvatarMaker(listener, InstantSource.system());
            return maker.make(new AvatarRequest(video, "anna", avatars, AvatarSettings.DEFAULT, false));
        });

        assertThat(outcome).isEqualTo(new SetupOutcome.Stopped(Cancellation.Reason.CANCELLED));
        assertThat(steps).isEmpty();
        assertThat(avatars).isEmptyDirectory();
    }

    @Test
    void theFirstReasonOfACancellationCounts() {
        cancellation.request(Cancellation.Reason.GIVEN_BACK);
        cancellation.request(Cancellation.Reason.CANCELLED);

        SetupOutcome outcome = setup.run(_ -> {
            cancellation.throwIfRequested();
            throw new AssertionError("not reached");
        });

        assertThat(outcome).isEqualTo(new SetupOutcome.Stopped(Cancellation.Reason.GIVEN_BACK));
    }

    @Test
    void foreseenFailureIsReturnedWithItsCode() {
        AvatarException problem = new AvatarException(ErrorCode.NO_FACE, "No face");

        assertThat(setup.run(_ -> {
                    throw problem;
                }))
                .isEqualTo(new SetupOutcome.Failed(problem));
    }

    @Test
    void unforeseenFailureIsReturnedWithItsCause() {
        IllegalStateException bug = new IllegalStateException("bug");

        assertThat(setup.run(_ -> {
                    throw bug;
                }))
                .isEqualTo(new SetupOutcome.Crashed(bug));
        assertThat(setup.run(_ -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOfSatisfying(
                        SetupOutcome.Crashed.class,
                        crashed -> assertThat(crashed.cause())
                                .isInstanceOf(UncheckedIOException.class)
                                .hasMessageContaining("disk full"));
    }
}
