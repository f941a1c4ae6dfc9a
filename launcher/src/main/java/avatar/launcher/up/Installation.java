package avatar.launcher.up;

import avatar.launcher.broker.BrokerProcess;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built modules on this machine.
 *
 * @param root of the repository
 */
public record Installation(Path root, AotMode aotMode) {

    /** The modules that run as Quarkus applications. */
    private static final List<String> MODULES =
            List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui");

    private static final String JAR = "launcher-1.0.0-SNAPSHOT.jar";

    private static final List<String> COMMON_OPTIONS = List.of(
            // The collector that uses the least of a machine with few cores.
            "-XX:+UseSerialGC",
            // Without memory a service must end with a message, not stay half alive.
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    Installation(Path root) {
        this(root, AotMode.USE);
    }

    Installation with(AotMode mode) {
        return new Installation(root, mode);
    }

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
        command.addAll(aotMode.options(cache(module)));
        command.addAll(List.of("-jar", jar(module).toString()));
        command.addAll(arguments);
        return command;
    }

    /** The options of the broker's JVM for its AOT cache. */
    List<String> brokerAot() {
        return aotMode.options(brokerCache());
    }

    /** The AOT caches of all programs that the launcher starts. */
    List<AotCache> caches() {
        return Stream.concat(Stream.of(brokerCache()), MODULES.stream().map(this::cache))
                .toList();
    }

    /** The AOT cache of the launcher, which is made when it trains, and used by the script {@code avatar}. */
    AotCache ownCache() {
        return new AotCache(
                root.resolve("launcher/target/launcher.aot"),
                root.resolve("launcher/target").resolve(JAR));
    }

    private AotCache brokerCache() {
        return new AotCache(root.resolve("launcher/target/kafka.aot"), BrokerProcess.program());
    }

    private AotCache cache(String module) {
        return new AotCache(jar(module).resolveSibling("app.aot"), jar(module));
    }

    Path jar(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
