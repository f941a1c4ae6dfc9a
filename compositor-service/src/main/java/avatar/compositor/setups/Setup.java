package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a setup.
 *
 * @param isTaken whether a setup-job has told anything of it
 * @param isUnwanted whether somebody cancelled it
 * @param heardAt when something was heard of it
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
        Instant heardAt) {

    static Setup queued(String id, String avatar, Instant now) {
        return new Setup(id, avatar, SetupState.QUEUED, null, 0, null, null, null, false, false, now);
    }

    /** This and one more event; the first end stays. */
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
        return new Setup(id, avatar, state, stage, percent, secondsLeft, code, detail, isTaken, true, heardAt);
    }

    /**
     * As the API tells of it.
     *
     * @param silence after so long without news, that is said
     */
    SetupStatus status(Instant now, Duration silence) {
        return new SetupStatus(
                id,
                avatar,
                state.label(),
                stage,
                percent,
                secondsLeft,
                code,
                state.isFinal() || detail != null ? detail : remark(Duration.between(heardAt, now), silence));
    }

    private @Nullable String remark(Duration silent, Duration silence) {
        if (isUnwanted) {
            return isTaken ? "it is being cancelled" : "it is cancelled as soon as a setup-job listens";
        }
        if (silent.compareTo(silence) < 0) {
            return null;
        }
        return switch (state) {
            case RUNNING -> "nothing was heard of its setup-job for %d s".formatted(silent.toSeconds());
            case QUEUED ->
                isTaken
                        ? "it waits for those before it"
                        : "no setup-job has taken it for %d s; is one listening?".formatted(silent.toSeconds());
            case DONE, FAILED, CANCELLED -> null;
        };
    }
}
