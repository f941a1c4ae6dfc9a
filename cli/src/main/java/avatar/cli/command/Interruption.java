package avatar.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is done when somebody presses Ctrl-C while this is open. The process ends with 130 when both that and the work that
 * was stopped by it are over.
 */
public final class Interruption implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final CountDownLatch workIsOver = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop) {
        this.hook = new Thread(() -> stopAndWait(stop), "ctrl-c");
    }

    /**
     * Opens one.
     *
     * @param stop makes the work end soon; any thread may call it
     */
    public static Interruption by(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Says that the work is over, done or stopped. */
    @Override
    public void close() {
        workIsOver.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs.
        }
    }

    private void stopAndWait(Runnable stop) {
        try {
            stop.run();
            boolean _ = workIsOver.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            // There is nobody left to tell: the terminal is the shell's again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
