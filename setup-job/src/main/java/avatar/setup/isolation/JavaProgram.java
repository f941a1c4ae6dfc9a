package avatar.setup.isolation;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Java program as a command line.
 *
 * @param command the JVM, its options and the program, without the program's own arguments
 */
public record JavaProgram(List<String> command) {

    /** Options that concern one process alone: what it records or listens to. */
    private static final Set<String> NOT_INHERITED = Set.of(
            "-XX:AOTCacheOutput", "-XX:AOTMode", "-XX:AOTConfiguration", "-agentlib", "-agentpath", "-javaagent");

    /** A crash is reported by the parent; a dump of gigabytes would fill the disk. */
    private static final String NO_DUMP = "-XX:-CreateCoredumpOnCrash";

    /** Variables of the environment that a program needs; others may hold passwords. */
    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH");

    private static final List<String> NEEDED_PREFIXES =
            List.of("LC_", "JAVA_", "JDK_JAVA_", "MALLOC_", "OPENBLAS_", "OMP_", "FONTCONFIG_", "CUDA_", "NVIDIA_");

    public JavaProgram {
        command = List.copyOf(command);
    }

    /** The running program, with the options of its JVM. */
    public static JavaProgram own() {
        String classPath = System.getProperty("java.class.path", "");
        String started = System.getProperty("sun.java.command", "");
        List<String> program = started.startsWith(classPath) && classPath.endsWith(".jar")
                ? List.of("-jar", classPath)
                : List.of("-cp", classPath, started.split(" ", 2)[0]);
        return of(ManagementFactory.getRuntimeMXBean().getInputArguments(), program);
    }

    static JavaProgram of(List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.stream()
                .filter(option -> NOT_INHERITED.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.add(NO_DUMP);
        command.addAll(program);
        return new JavaProgram(command);
    }

    /** The command with further options of the JVM and arguments of the program. */
    public List<String> with(List<String> options, List<String> arguments) {
        List<String> complete = new ArrayList<>(command);
        complete.addAll(1, options);
        complete.addAll(arguments);
        return complete;
    }

    /** Removes from an environment what the program doesn't need. */
    public static void reduce(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        !NEEDED.contains(name) && NEEDED_PREFIXES.stream().noneMatch(name::startsWith));
    }
}
