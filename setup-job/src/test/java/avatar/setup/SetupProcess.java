package avatar.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own, as Quarkus would run it. */
final class SetupProcess {

    private SetupProcess() {}

    public static void main(String[] arguments) {
        System.exit(SetupJob.commandLine().execute(arguments));
    }

    /** Starts it; its output includes its errors. */
    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Djava.util.logging.manager=" + System.getProperty("java.util.logging.manager", ""),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SetupProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
