package avatar.bench.soak;

import avatar.bench.command.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resident memory of the system's processes on this machine, as the kernel counts it. */
final class Resident {

    private static final String BROKER = "avatar.launcher.broker.Broker";
    private static final Pattern SERVICE = Pattern.compile("/([a-z-]+)/target/quarkus-app/");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Resident() {}

    /**
     * The memory of each process, by its name and process id.
     *
     * @return kilobytes of 1,024 bytes
     * @throws BenchException if no process of the system runs here
     */
    static Map<String, Long> now() {
        Map<String, Long> processes = new TreeMap<>();
        ProcessHandle.allProcesses()
                .forEach(process -> name(process.pid())
                        .ifPresent(name -> size(process.pid())
                                .ifPresent(size -> processes.put("%s (%d)".formatted(name, process.pid()), size))));
        if (processes.isEmpty()) {
            throw new BenchException("No process of the system runs on this machine; ./avatar up starts it");
        }
        return processes;
    }

    private static Optional<String> name(long pid) {
        List<String> command = List.of(read(pid, "cmdline").split("\0"));
        if (!command.getFirst().endsWith("java")) {
            return Optional.empty();
        }
        if (command.contains(BROKER)) {
            return Optional.of("kafka");
        }
        return command.stream()
                .map(SERVICE::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static Optional<Long> size(long pid) {
        Matcher line = RESIDENT.matcher(read(pid, "status"));
        return line.find() ? Optional.of(Long.parseLong(line.group(1))) : Optional.empty();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return ""; // it has ended, or is another user's
        }
    }
}
