package avatar.setup.making;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupState;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.events.SetupEvents;

/** The outcome of a setup. */
public sealed interface SetupOutcome {

    /** Publishes the outcome as the last event of the setup. */
    void publish(SetupEvents events);

    /** The avatar is complete, made now or before. */
    record Completed(AvatarMaker.Outcome result) implements SetupOutcome {

        @Override
        public void publish(SetupEvents events) {
            events.publish(SetupState.DONE, result.line());
        }
    }

    /** The setup ended at a {@link Cancellation}, and nothing was written. */
    record Stopped(Cancellation.Reason reason) implements SetupOutcome {

        @Override
        public void publish(SetupEvents events) {
            switch (reason) {
                case SIGNAL, CANCELLED -> events.publish(SetupState.CANCELLED, null);
                case GIVEN_BACK ->
                    events.publish(
                            SetupState.QUEUED, "setup-job is shutting down; the next one starts this setup again");
            }
        }
    }

    /** The avatar can't be made, for a foreseen reason. */
    record Failed(AvatarException problem) implements SetupOutcome {

        @Override
        public void publish(SetupEvents events) {
            events.fail(problem.code(), problem.getMessage());
        }
    }

    /** A bug, or a fault of this machine, ended the setup. */
    record Crashed(RuntimeException cause) implements SetupOutcome {

        @Override
        public void publish(SetupEvents events) {
            events.fail(ErrorCode.INTERNAL_ERROR, null);
        }
    }
}
