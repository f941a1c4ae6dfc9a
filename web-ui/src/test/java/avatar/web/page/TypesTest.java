package avatar.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the types in the comments of the page's scripts with TypeScript where Node.js is installed. */
class TypesTest {

    private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/typescript/pom.properties";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path compiler;

    @Test
    void theScriptsTypesAreRight() throws Exception {
        unpackCompiler();

        Process check = Node.start(compiler.resolve("tsc.js").toString(), "--project", "src/test/js/tsconfig.json");
        String report = new String(check.getInputStream().readAllBytes(), UTF_8);

        assertThat(check.waitFor()).as(report).isZero();
    }

    private void unpackCompiler() throws IOException {
        URL properties = requireNonNull(TypesTest.class.getResource(WEBJAR));
        Properties about = new Properties();
        try (InputStream in = properties.openStream()) {
            about.load(in);
        }
        URI jar = URI.create(properties.toString().replaceAll("!.*", "!/"));
        try (FileSystem webjar = FileSystems.newFileSystem(jar, Map.of())) {
            Path lib = webjar.getPath("META-INF/resources/webjars/typescript", about.getProperty("version"), "lib");
            for (Path file : neededFiles(lib)) {
                Files.copy(file, compiler.resolve(file.getFileName().toString()));
            }
        }
    }

    private static List<Path> neededFiles(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.getFileName().toString().matches("_?tsc\\.js|lib\\..*d\\.ts"))
                    .toList();
        }
    }
}
