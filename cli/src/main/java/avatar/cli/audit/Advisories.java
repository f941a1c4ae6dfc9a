package avatar.cli.audit;

import avatar.cli.command.CliException;
import avatar.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The local copy of advisories: a folder of OSV files, or the archive that OSV publishes of an ecosystem. */
final class Advisories {

    private static final String FILE = ".json";

    private Advisories() {}

    /**
     * Reads all of them, one after the other, as there are tens of thousands.
     *
     * @return how many there are
     * @throws CliException if there is none, or one can't be read
     */
    static int forEach(Path place, Consumer<Advisory> reader) {
        try {
            int read = Files.isDirectory(place) ? ofFolder(place, reader) : ofArchive(place, reader);
            if (read == 0) {
                throw new CliException("Found no advisory in %s, expected OSV files (*.json)".formatted(place));
            }
            return read;
        } catch (IOException e) {
            throw new CliException(
                    "Invalid advisories: found %s (%s), expected a folder of OSV files or a zip of them"
                            .formatted(place, e.getMessage()),
                    e);
        }
    }

    private static int ofFolder(Path folder, Consumer<Advisory> reader) throws IOException {
        int read = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(FILE))
                    .sorted()
                    .toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    reader.accept(new Advisory(Json.mapper().readTree(content)));
                }
                read++;
            }
        }
        return read;
    }

    private static int ofArchive(Path archive, Consumer<Advisory> reader) throws IOException {
        int read = 0;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(FILE)) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        reader.accept(new Advisory(Json.mapper().readTree(content)));
                    }
                    read++;
                }
            }
        }
        return read;
    }
}
