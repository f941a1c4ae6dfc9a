package avatar.setup.making;

import avatar.contract.problem.AvatarException;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes one avatar: reports every step to listeners, ends when it is cancelled, and returns every outcome as a value.
 */
public final class AvatarSetup {

    private final Cancellation cancellation;
    private final List<Consumer<Step>> listeners;

    public AvatarSetup(Cancellation cancellation, List<Consumer<Step>> listeners) {
        this.cancellation = cancellation;
        this.listeners = List.copyOf(listeners);
    }

    /** The work of one setup: prepares the source, has the avatar made, and adds what belongs to it. */
    public interface Work {

        /**
         * Does the work.
         *
         * @param steps receives every step, and ends the work when the setup was cancelled
         */
        AvatarMaker.Outcome run(Consumer<Step> steps) throws IOException;
    }

    public SetupOutcome run(Work work) {
        try {
            return new SetupOutcome.Completed(work.run(this::step));
        } catch (Cancellation.Cancelled e) {
            return new SetupOutcome.Stopped(e.reason());
        } catch (AvatarException e) {
            return new SetupOutcome.Failed(e);
        } catch (RuntimeException e) {
            return new SetupOutcome.Crashed(e);
        } catch (IOException e) {
            return new SetupOutcome.Crashed(new UncheckedIOException(e));
        }
    }

    private void step(Step step) {
        cancellation.throwIfRequested();
        listeners.forEach(listener -> listener.accept(step));
    }
}
