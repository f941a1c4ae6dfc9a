package avatar.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The reaction to Ctrl-C while this is open: it stops the work and waits for its end, so that the process cleans up
 * before it ends with exit code 130.
 */
public final class Interruption implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final CountDownLatch workIsOver = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop) {
        this.hook = new Thread(() -> stopAndWait(stop), "ctrl-c");
    }

    /**
     * Registers the reaction.
     *
     * @param stop makes the work end soon; any thread may call it
     */
    public static Interruption by(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Reports that the work is over, completed or stopped. */
    @Override
    public void close() {
        workIsOver.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }

    private void stopAndWait(Runnable stop) {
        try {
            stop.run();
            boolean _ = workIsOver.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            // The process is ending, and the terminal is the shell's again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
