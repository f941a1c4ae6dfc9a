package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders between modules, as their poms draw them; the enforcer checks the class path of each library. */
class LayoutTest {

    private static final Set<String> SERVICES = Set.of(
            "avatar:setup-job",
            "avatar:tts-service",
            "avatar:viseme-service",
            "avatar:compositor-service",
            "avatar:web-ui");

    static List<Pom> poms() throws IOException {
        return Pom.all();
    }

    @Test
    void everyModuleOfTheBuildIsChecked() throws IOException {
        List<String> modules = Stream.concat(
                        Pom.of("").texts("module").stream(),
                        Pom.of("libs").texts("module").stream().map(module -> "libs/" + module))
                .map(module -> module + "/pom.xml")
                .toList();

        assertThat(poms().stream().map(Pom::toString)).containsAll(modules);
        assertThat(modules).contains("cli/pom.xml", "libs/contract/pom.xml");
    }

    @ParameterizedTest
    @MethodSource("poms")
    void noModuleTakesAFrameworkOutOfADependency(Pom pom) {
        assertThat(pom.exclusions()).noneMatch(LayoutTest::isOfAFramework);
    }

    @ParameterizedTest
    @MethodSource("poms")
    void noModuleDependsOnAService(Pom pom) {
        assertThat(pom.dependencies()).doesNotContainAnyElementsOf(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "bench", "launcher", "system-tests"})
    void toolsAreFreeOfFrameworks(String tool) {
        assertThat(Pom.of(tool).dependencies())
                .noneMatch(LayoutTest::isOfAFramework)
                .doesNotContain("avatar:service-kit");
    }

    @Test
    void theContractDependsOnNoOtherModule() {
        assertThat(modulesOf("libs/contract")).isEmpty();
    }

    @Test
    void theLauncherAndTheSystemTestsKnowNoCodeBehindTheContractAndTheKeys() {
        assertThat(modulesOf("launcher")).containsOnly("avatar:contract", "avatar:access");
        assertThat(modulesOf("system-tests")).containsOnly("avatar:contract", "avatar:launcher");
    }

    @Test
    void onlyTheServiceKitMayKnowTheFrameworks() throws IOException {
        assertThat(poms().stream()
                        .filter(pom -> pom.texts("phase").contains("none")
                                || pom.texts("skip").contains("true")
                                || pom.texts("enforcer.skip").contains("true"))
                        .map(Pom::toString))
                .containsExactly("libs/service-kit/pom.xml");
        assertThat(Pom.of("libs").texts("bannedDependencies"))
                .singleElement()
                .satisfies(banned -> assertThat(banned)
                        .contains(
                                "io.quarkus*:",
                                "io.vertx:",
                                "io.smallrye*:",
                                "org.apache.kafka:",
                                "avatar:*-service:"));
    }

    private static boolean isOfAFramework(String dependency) {
        return Stream.of("io.quarkus", "io.vertx", "io.smallrye", "io.netty").anyMatch(dependency::startsWith);
    }

    private static List<String> modulesOf(String module) {
        return Pom.of(module).dependencies().stream()
                .filter(dependency -> dependency.startsWith("avatar:"))
                .toList();
    }
}
