package avatar.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that are tried on the running system; a test is skipped, by name, where one is absent. */
final class Tools {

    private Tools() {}

    /** What a program writes to its standard output. */
    static byte[] run(int seconds, String program, String... arguments) throws IOException, InterruptedException {
        Path file = Path.of("/usr/bin", program);
        assumeTrue(Files.isExecutable(file), program + " is absent");
        Path output = Files.createTempFile(program, ".out");
        try {
            List<String> command = Stream.concat(Stream.of(file.toString()), Stream.of(arguments))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return Files.readAllBytes(output);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
