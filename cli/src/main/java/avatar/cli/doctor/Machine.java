package avatar.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Checks processors, memory and disk. */
final class Machine {

    /** For the running system, speaking while it makes an avatar, with a reserve. */
    private static final long MEMORY_MB = 2_000;

    /** For the build, its libraries and some avatars. */
    private static final long DISK_MB = 3_000;

    private static final long MB = 1_000_000;

    private Machine() {}

    static List<Finding> findings(Path dataFolder) {
        return List.of(cores(), memory(), disk(dataFolder));
    }

    private static Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores > 1
                ? Finding.ok("cores", String.valueOf(cores))
                : Finding.note("cores", "1", "use two or more: voice and picture are computed at the same time");
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long free = available(system) / MB;
        String found = "%d MB free of %d MB".formatted(free, system.getTotalMemorySize() / MB);
        return free >= MEMORY_MB
                ? Finding.ok("memory", found)
                : Finding.note("memory", found, "close other programs: the system needs %d MB".formatted(MEMORY_MB));
    }

    /** Available bytes: on Linux with the caches it can free, elsewhere unused memory only. */
    private static long available(OperatingSystemMXBean system) {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseGet(system::getFreeMemorySize);
        } catch (IOException e) {
            return system.getFreeMemorySize();
        }
    }

    private static Finding disk(Path dataFolder) {
        Path present = dataFolder;
        while (!Files.exists(present)) {
            present = Objects.requireNonNullElse(present.getParent(), Path.of("/"));
        }
        try {
            long free = Files.getFileStore(present).getUsableSpace() / MB;
            String found = "%d MB free for %s".formatted(free, dataFolder);
            return free >= DISK_MB
                    ? Finding.ok("disk", found)
                    : Finding.note("disk", found, "free some space: build and avatars need %d MB".formatted(DISK_MB));
        } catch (IOException e) {
            return Finding.note(
                    "disk", "%s can't be checked: %s".formatted(present, e), "choose another folder with --data");
        }
    }
}
