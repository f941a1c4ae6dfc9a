package avatar.bench.start;

import avatar.bench.command.BenchException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The system on this machine, as its script starts it.
 *
 * @param root of the repository
 * @param port of the page
 */
record Installation(Path root, int port, int brokerPort) {

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Makes the AOT caches.
     *
     * @throws BenchException if that fails
     */
    void train() {
        try {
            ProcessBuilder training = command(List.of("train")).redirectOutput(Redirect.DISCARD);
            int code = start(training.redirectError(Redirect.INHERIT)).waitFor();
            if (code != 0) {
                throw new BenchException("'avatar train' ended with exit code %d, expected 0".formatted(code));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /** Starts the system; its output goes to the file. */
    Process up(List<String> options, Path output) {
        List<String> arguments = new ArrayList<>(
                List.of("up", "--port", String.valueOf(port), "--broker-port", String.valueOf(brokerPort)));
        arguments.addAll(options);
        return start(command(arguments).redirectErrorStream(true).redirectOutput(output.toFile()));
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("avatar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // Nothing of a measurement leaves the machine.
        builder.environment().put("AVATAR_TTS_EDGE_ENABLED", "false");
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BenchException(
                    "%s can't be started: %s".formatted(builder.command().getFirst(), e), e);
        }
    }
}
