package avatar.launcher.up;

import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Family;
import avatar.launcher.process.LogFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes AOT caches beside a running system: {@link TrainCommand} as a child process that takes idle processors only. */
final class Training {

    private static final String NAME = "training";

    private Training() {}

    /**
     * Starts it, unless all caches are fresh.
     *
     * @param report receives a line at its end
     */
    static void startIfNeeded(Installation installation, SystemPlan plan, Family family, Consumer<String> report) {
        if (installation.ownCache().isFresh() && installation.caches().stream().allMatch(AotCache::isFresh)) {
            return;
        }
        LogFile log = LogFile.fresh(plan.log(NAME));
        ChildProcess child = family.add(ChildProcess.start(NAME, command(installation, plan), log));
        var _ = child.ended()
                .thenAcceptAsync(
                        exitCode -> {
                            if (!family.isClosed()) {
                                family.remove(child);
                                boolean isMade =
                                        exitCode == 0 && installation.ownCache().keep();
                                report.accept(
                                        isMade
                                                ? "The next start will be faster: AOT caches are made"
                                                : "AOT caches could not be made, the next start takes as long as this one; see "
                                                        + log.path());
                            }
                        },
                        Thread::startVirtualThread);
    }

    private static List<String> command(Installation installation, SystemPlan plan) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(installation.ownCache().make());
        command.add("-Davatar.root=" + installation.root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "avatar.launcher.Main"));
        command.addAll(List.of("train", "--data", plan.dataFolder().toString(), "--avatar", plan.avatar()));
        return command;
    }
}
