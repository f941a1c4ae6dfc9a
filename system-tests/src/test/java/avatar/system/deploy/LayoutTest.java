package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders between modules that the poms draw; what a library's class path may have, the enforcer checks. */
class LayoutTest {

    private static final List<String> SERVICES =
            List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui");

    static Stream<Path> poms() throws IOException {
        try (Stream<Path> files = Files.walk(Yaml.root(), 3)) {
            return files
                    .filter(file -> file.endsWith("pom.xml") && !file.toString().contains("target"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("poms")
    void noModuleTakesQuarkusOutOfADependency(Path pom) {
        assertThat(Pattern.compile("<exclusion>\\s*<groupId>io\\.(quarkus|vertx)")
                        .matcher(read(pom))
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("poms")
    void noModuleDependsOnAService(Path pom) {
        assertThat(SERVICES)
                .noneMatch(service -> Pattern.compile(
                                "<dependency>\\s*<groupId>avatar</groupId>\\s*<artifactId>%s<".formatted(service))
                        .matcher(read(pom))
                        .find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "bench"})
    void toolsAreFreeOfFrameworks(String tool) {
        assertThat(read(Yaml.root().resolve(tool).resolve("pom.xml")))
                .doesNotContain("<groupId>io.quarkus", "<groupId>io.vertx", "<groupId>io.smallrye", "service-kit");
    }

    @Test
    void onlyTheServiceKitMayKnowTheFrameworks() throws IOException {
        try (Stream<Path> poms = poms()) {
            assertThat(poms.filter(pom -> read(pom).contains("<phase>none</phase>")))
                    .containsExactly(Yaml.root().resolve("libs/service-kit/pom.xml"));
        }
        assertThat(read(Yaml.root().resolve("libs/pom.xml")))
                .contains("<bannedDependencies>", "io.quarkus", "io.vertx", "org.apache.kafka");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
