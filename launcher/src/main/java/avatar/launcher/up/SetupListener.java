package avatar.launcher.up;

import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Family;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.LogFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Runs setup-job as a listener for requests to create avatars. It reads uploads of strangers and may crash on them: the
 * system continues without it, and it is started again.
 */
final class SetupListener {

    private static final String MODULE = "setup-job";

    /** It is idle most of the time, and then returns the memory that the creation of an avatar took. */
    private static final List<String> MODEST = List.of("-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");

    /** Freed tensors and pictures go back to the system; otherwise the heap fragments and grows with each. */
    private static final List<String> NO_GAPS = List.of("env", "MALLOC_MMAP_THRESHOLD_=1048576");

    /**
     * Not the JDK's common pool, which is a single thread on a small machine: it completes the ends of all processes,
     * and closing the family waits for those while this waits for the family.
     */
    private static final Executor OWN_THREAD = Thread::startVirtualThread;

    private static final Executor LATER = CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS, OWN_THREAD);

    private final Installation installation;
    private final SystemPlan plan;
    private final Family family;
    private final PrintWriter out;

    SetupListener(Installation installation, SystemPlan plan, Family family, PrintWriter out) {
        this.installation = installation;
        this.plan = plan;
        this.family = family;
        this.out = out;
    }

    /** Starts it without waiting for it. */
    void start() {
        List<String> options = new ArrayList<>(AvatarMaker.JVM);
        options.addAll(MODEST);
        List<String> arguments = List.of(
                "listen",
                "--avatars",
                plan.avatarsFolder().toString(),
                "--models",
                plan.modelsFolder().toString(),
                "--events",
                plan.bootstrapServers());
        List<String> command = new ArrayList<>(NO_GAPS);
        command.addAll(installation.java(MODULE, options, arguments));
        ChildProcess child =
                family.addDispensable(ChildProcess.start(MODULE, command, LogFile.fresh(plan.log(MODULE))));
        var _ = child.ended().thenRunAsync(() -> startAgain(child), OWN_THREAD);
    }

    private void startAgain(ChildProcess ended) {
        if (family.isClosed()) {
            return;
        }
        family.remove(ended);
        out.println("%s; starting it again".formatted(ended.failure().getMessage()));
        LATER.execute(() -> {
            try {
                start();
            } catch (LaunchException e) {
                // Everything is being stopped.
            }
        });
    }
}
