package avatar.setup;

import avatar.setup.isolation.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command line in a process of its own, as Quarkus would run it. */
public final class SetupProcess {

    private SetupProcess() {}

    public static void main(String[] arguments) {
        System.exit(SetupJob.commandLine().execute(arguments));
    }

    /** Starts it; its output includes its errors. */
    static Process start(String... arguments) throws IOException {
        List<String> command = program(SetupProcess.class).with(List.of(), List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** A program of the test's class path. */
    public static JavaProgram program(Class<?> main) {
        return new JavaProgram(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Djava.util.logging.manager=" + System.getProperty("java.util.logging.manager", ""),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    }
}
