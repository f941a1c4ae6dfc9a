package avatar.bench.command;

import avatar.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --json} of every command: a file for the figures. */
public final class JsonOutput {

    @Option(names = "--json", description = "Also writes the figures to this file.")
    private @Nullable Path file;

    /**
     * Writes a report, if the option was given.
     *
     * @throws BenchException if it can't be written
     */
    public void write(Object report) {
        if (file == null) {
            return;
        }
        try {
            Files.write(file, Json.write(report));
        } catch (IOException e) {
            throw new BenchException("%s can't be written: %s".formatted(file, e), e);
        }
    }
}
