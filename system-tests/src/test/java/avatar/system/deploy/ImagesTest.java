package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.api.Management;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the {@code Dockerfile} says of each image, without building one. */
class ImagesTest {

    private static final List<String> IMAGES =
            List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui");

    @Test
    void areThoseOfTheDeployables() {
        assertThat(Dockerfile.targets()).containsExactlyElementsOf(IMAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui"})
    void runAsANumberWithoutRightsAndEndByASignal(String name) {
        Dockerfile image = Dockerfile.stage(name);

        assertThat(image.last("USER")).isEqualTo("10001:10001");
        assertThat(image.last("STOPSIGNAL")).isEqualTo("SIGTERM");
        assertThat(image.last("ENTRYPOINT"))
                .startsWith("[\"java\", \"@/app/jvm.options\"")
                .endsWith("\"-jar\", \"/app/quarkus-run.jar\"]");
        assertThat(image.instruction("LABEL"))
                .anyMatch(label -> label.contains("org.opencontainers.image.title=\"%s\"".formatted(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tts-service", "viseme-service", "compositor-service", "web-ui"})
    void askForTheirHealthOnItsOwnPortWithoutAShell(String name) {
        int port = new Module(name).managementPort();

        assertThat(port).isEqualTo(new Module(name).port() + Management.PORT_OFFSET);
        assertThat(Dockerfile.stage(name).instruction("EXPOSE"))
                .containsExactly("%d %d".formatted(new Module(name).port(), port));
        assertThat(Dockerfile.stage(name).last("HEALTHCHECK"))
                .contains("CMD [\"busybox\", \"wget\"")
                .endsWith("\"http://127.0.0.1:%d/q/health/ready\"]".formatted(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui"})
    void haveTheLayersThatChangeLeastFirst(String name) {
        List<String> layers = Dockerfile.stage(name).instruction("COPY").stream()
                .filter(copy -> copy.startsWith("--from=build"))
                .map(copy -> copy.substring(copy.indexOf('/')))
                .toList();

        assertThat(layers)
                .filteredOn(layer -> !layer.contains("/natives/"))
                .containsExactly(
                        "/images/%s/lib/ lib/".formatted(name),
                        "/images/%s/own/ lib/main/".formatted(name),
                        "/images/%s/run/ ./".formatted(name),
                        "/images/%s/quarkus/ quarkus/".formatted(name),
                        "/images/%s/app/ app/".formatted(name));
    }

    @Test
    void resolveTheDependenciesOfTheWholeBuildBeforeAnySourceIsThere() {
        List<String> copied = Dockerfile.stage("dependencies").instruction("COPY");

        assertThat(modules())
                .contains("web-ui", "libs/contract")
                .allSatisfy(module -> assertThat(copied).contains("%s/pom.xml %s/".formatted(module, module)));
        assertThat(copied).noneMatch(copy -> copy.contains("src"));
        assertThat(Dockerfile.stage("build").instruction("COPY")).contains(". .");
        assertThat(Dockerfile.stage("build").instruction("RUN"))
                .isNotEmpty()
                .allMatch(run -> run.startsWith("--mount=type=cache,target=/root/.m2/repository,sharing=locked "));
    }

    @Test
    void areBuiltOfSourcesAlone() {
        DockerIgnore ignored = new DockerIgnore();

        assertThat(modules().stream().map(module -> module + "/pom.xml"))
                .contains("web-ui/pom.xml", "libs/contract/pom.xml")
                .noneMatch(ignored::leavesOut);
        assertThat(modules().stream()
                        .filter(module -> IMAGES.contains(module) || module.startsWith("libs/"))
                        .map(module -> module + "/src/main/java/A.java"))
                .noneMatch(ignored::leavesOut);
        assertThat(List.of("pom.xml", ".mvn/maven.config", "deploy/image-build", "deploy/jvm.options"))
                .noneMatch(ignored::leavesOut);
        assertThat(List.of(
                        ".env",
                        ".git/HEAD",
                        "README.md",
                        "data/avatars/default/base.mp4",
                        "target/built",
                        "libs/lips/README.md",
                        "libs/contract/target/classes/A.class",
                        "libs/contract/src/test/java/A.java",
                        "launcher/src/main/java/A.java"))
                .allMatch(ignored::leavesOut);
    }

    private static List<String> modules() {
        return Stream.concat(
                        Pom.of("").texts("module").stream(),
                        Pom.of("libs").texts("module").stream().map(module -> "libs/" + module))
                .toList();
    }
}
