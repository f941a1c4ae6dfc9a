package avatar.launcher.up;

import avatar.contract.api.Management;
import avatar.launcher.Main;
import avatar.launcher.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * {@code avatar up} as a process of its own, the first of its process group as a terminal would have it.
 *
 * @param port of the page
 */
record RunningLauncher(Process process, int port, int brokerPort, Path output) {

    static RunningLauncher start(StandInInstallation installation, String... more) throws IOException {
        int port = freePorts();
        int brokerPort = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                // What runs the tests may ignore Ctrl-C, and that is inherited.
                "setsid",
                "env",
                "--default-signal=INT,HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Davatar.root=" + installation.root(),
                Main.class.getName(),
                "up",
                "--port",
                String.valueOf(port),
                "--broker-port",
                String.valueOf(brokerPort),
                "--no-aot"));
        command.addAll(List.of(more));
        Path output = installation.root().resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningLauncher(process, port, brokerPort, output);
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    int exitCode(Duration timeout) throws InterruptedException {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after " + timeout);
        }
        return process.exitValue();
    }

    /** As Ctrl-C in a terminal: to every process of the group. */
    void interruptGroup() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    }

    /** The first of as many as any test needs. */
    private static int freePorts() {
        int first = Ports.free();
        while (IntStream.range(first, first + 7)
                .anyMatch(port -> !Ports.isFree("127.0.0.1", port)
                        || !Ports.isFree("127.0.0.1", port + Management.PORT_OFFSET))) {
            first = Ports.free();
        }
        return first;
    }
}
