package avatar.launcher.up;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built modules on this machine.
 *
 * @param root of the repository
 */
public record Installation(Path root) {

    private static final List<String> COMMON_OPTIONS = List.of(
            // The collector that uses the least of a machine with few cores.
            "-XX:+UseSerialGC",
            // Without memory a service must end with a message, not stay half alive.
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** The installation of the system property {@code avatar.root}, or else the one that this program is a part of. */
    public static Installation own() {
        String named = System.getProperty("avatar.root");
        return new Installation(named == null ? rootAbove(Installation.class) : Path.of(named));
    }

    private static Path rootAbove(Class<?> type) {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            // <root>/launcher/target/<classes or jar>
            return classes.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every class path entry has a path", e);
        }
    }

    public Path defaultDataFolder() {
        return root.resolve("data");
    }

    /** The command line that runs a Quarkus module with this JDK. */
    List<String> java(String module, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(COMMON_OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar(module).toString()));
        command.addAll(arguments);
        return command;
    }

    Path jar(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
