package avatar.launcher.up;

import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that waits for requests to create avatars: setup-job as a listener. It reads uploads of strangers and may
 * crash on each of them: the system continues without it, however often it dies.
 */
final class SetupListener {

    private static final String MODULE = "setup-job";

    /** It is idle most of the time, and then returns the memory that the creation of an avatar took. */
    private static final List<String> MODEST = List.of("-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");

    /** Freed tensors and pictures go back to the system; otherwise the heap fragments and grows with each. */
    private static final List<String> NO_GAPS = List.of("env", "MALLOC_MMAP_THRESHOLD_=1048576");

    private SetupListener() {}

    static Program program(Installation installation, SystemPlan plan) {
        List<String> command = command(installation, plan);
        return new Program(
                MODULE,
                // Nothing depends on it: it is stopped together with the first services.
                Service.WEB_UI.tier(),
                false,
                plan.log(MODULE),
                log -> ChildProcess.start(MODULE, command, log));
    }

    private static List<String> command(Installation installation, SystemPlan plan) {
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
        return command;
    }
}
