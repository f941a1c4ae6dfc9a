package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest known state of a setup.
 *
 * @param isTaken whether a setup-job has published an event of it
 * @param isUnwanted whether it was cancelled
 * @param updatedAt when it was requested, or its latest event came
 */
record Setup(
        String id,
        String avatar,
        SetupState state,
        @Nullable String stage,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable ErrorCode code,
        @Nullable String detail,
        boolean isTaken,
        boolean isUnwanted,
        Instant updatedAt) {

    static Setup queued(String id, String avatar, Instant now) {
        return new Setup(id, avatar, SetupState.QUEUED, null, 0, null, null, null, false, false, now);
    }

    /** The state after one more event; the first final state stays. */
    Setup with(SetupEvent event, Instant now) {
        return state.isFinal()
                ? this
                : new Setup(
                        id,
                        avatar,
                        event.state(),
                        event.stage(),
                        event.percent(),
                        event.secondsLeft(),
                        event.code(),
                        event.detail(),
                        true,
                        isUnwanted,
                        now);
    }

    Setup unwanted() {
        return new Setup(id, avatar, state, stage, percent, secondsLeft, code, detail, isTaken, true, updatedAt);
    }

    /**
     * The status as the API describes it.
     *
     * @param eventTimeout after so long without an event, the detail says so
     */
    SetupStatus status(Instant now, Duration eventTimeout) {
        return new SetupStatus(
                id,
                avatar,
                state.label(),
                stage,
                percent,
                secondsLeft,
                code,
                state.isFinal() || detail != null ? detail : remark(Duration.between(updatedAt, now), eventTimeout));
    }

    private @Nullable String remark(Duration silent, Duration eventTimeout) {
        if (isUnwanted) {
            return isTaken ? "it is being cancelled" : "it is cancelled as soon as a setup-job listens";
        }
        if (silent.compareTo(eventTimeout) < 0) {
            return null;
        }
        return switch (state) {
            case RUNNING -> "no event of its setup-job for %d s".formatted(silent.toSeconds());
            case QUEUED ->
                isTaken
                        ? "it waits for earlier setups"
                        : "no setup-job has taken it for %d s; is one listening?".formatted(silent.toSeconds());
            case DONE, FAILED, CANCELLED -> null;
        };
    }
}
