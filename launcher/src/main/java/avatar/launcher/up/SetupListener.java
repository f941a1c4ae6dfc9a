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
 * Setup-job, listening for avatars that somebody wants made. All else goes on without it, so it is started again when it ends: what
 * strangers upload is read by it.
 */
final class SetupListener {

    private static final String MODULE = "setup-job";

    /** It waits most of the time: then it gives back what the making of an avatar took. */
    private static final List<String> MODEST = List.of("-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");

    /** Tensors and pictures go back to the system when they are freed; else they leave gaps that grow with each. */
    private static final List<String> NO_GAPS = List.of("env", "MALLOC_MMAP_THRESHOLD_=1048576");

    /**
     * Not the JDK's common pool, which is a single thread on a small machine: all ends of processes are told on it, and who stops the
     * family waits for them while this waits for the family.
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

    /** Starts it, and does not wait for it. */
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
        out.println("%s; it is started again".formatted(ended.failure().getMessage()));
        LATER.execute(() -> {
            try {
                start();
            } catch (LaunchException e) {
                // Everything is being stopped.
            }
        });
    }
}
