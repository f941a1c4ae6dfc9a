package avatar.setup.isolation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs without a network and with limits that the kernel enforces, as far as this machine has the tools
 * (util-linux) and permits their use.
 *
 * @param network the command that takes the network away; empty if none is permitted
 * @param hasLimits whether {@code prlimit} is there
 */
public record Confinement(List<String> network, boolean hasLimits) {

    private static final int PROBE_SECONDS = 5;

    /** As root; and as anybody, where users may have namespaces. */
    private static final List<List<String>> WITHOUT_NETWORK = List.of(
            List.of("unshare", "--net", "--"), List.of("unshare", "--user", "--map-current-user", "--net", "--"));

    /** What this machine permits, found out by trying. */
    public static Confinement ofThisMachine() {
        List<String> network =
                WITHOUT_NETWORK.stream().filter(Confinement::works).findFirst().orElse(List.of());
        return new Confinement(network, works(List.of("prlimit", "--core=0", "--")));
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The command that runs a program in these confines; the process keeps its id. */
    public List<String> confined(List<String> program, ProcessLimits limits) {
        List<String> command = new ArrayList<>(network);
        if (hasLimits) {
            command.add("prlimit");
            command.addAll(limits.options());
            command.add("--");
        }
        command.addAll(program);
        return command;
    }

    /** What a process in these confines is kept from, and what is missing for the rest, in a sentence. */
    public String remark() {
        return "Uploads are read in a process of its own, %s and %s"
                .formatted(
                        network.isEmpty()
                                ? "with the network, as unshare (util-linux) is not permitted"
                                : "without network",
                        hasLimits ? "with limits" : "with a limit of time alone, as prlimit (util-linux) is absent");
    }
}
