package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pod security standard "restricted", rule by rule, with those of "baseline" that it includes; and what this project
 * asks for beyond it.
 */
class RestrictedPodsTest {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private static final List<String> PROFILES = List.of("RuntimeDefault", "Localhost");

    static Stream<Named<JsonNode>> pods() {
        return Stream.of(Kubernetes.LOCAL, Kubernetes.PRODUCTION)
                .flatMap(overlay -> overlay.workloads().entrySet().stream()
                        .map(entry ->
                                Named.of(overlay.folder() + " " + entry.getKey(), Kubernetes.pod(entry.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void sharesNoNamespaceOfTheHost(JsonNode pod) {
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
            assertThat(pod.path(field).asBoolean()).as(field).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void isNotPrivileged(JsonNode pod) {
        for (JsonNode container : containers(pod)) {
            assertThat(rights(container).path("privileged").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void dropsAllCapabilities(JsonNode pod) {
        for (JsonNode container : containers(pod)) {
            JsonNode capabilities = rights(container).path("capabilities");
            assertThat(Yaml.texts(capabilities.path("drop"))).contains("ALL");
            assertThat(Yaml.texts(capabilities.path("add"))).isSubsetOf("NET_BIND_SERVICE");
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void mountsOnlyVolumesOfTheAllowedTypes(JsonNode pod) {
        for (JsonNode volume : pod.path("volumes")) {
            Set<String> types = new TreeSet<>();
            volume.fieldNames().forEachRemaining(types::add);
            types.remove("name");
            assertThat(types).as(volume.path("name").asText()).isNotEmpty().isSubsetOf(VOLUMES);
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void takesNoPortOfTheHost(JsonNode pod) {
        for (JsonNode container : containers(pod)) {
            assertThat(container.path("ports").findValues("hostPort")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void keepsTheDefaultsOfTheKernelsGuards(JsonNode pod) {
        assertThat(pod.path("securityContext").path("sysctls")).isEmpty();
        for (JsonNode rights : allRights(pod)) {
            assertThat(rights.has("seLinuxOptions")).isFalse();
            assertThat(rights.path("appArmorProfile").path("type").asText("RuntimeDefault"))
                    .isIn(PROFILES);
            assertThat(rights.path("procMount").asText("Default")).isEqualTo("Default");
            assertThat(rights.path("windowsOptions").path("hostProcess").asBoolean())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void allowsNoEscalation(JsonNode pod) {
        for (JsonNode container : containers(pod)) {
            assertThat(rights(container).path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void runsAsANumberThatIsNotRoot(JsonNode pod) {
        assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("securityContext").path("runAsUser").asInt()).isPositive();
        for (JsonNode container : containers(pod)) {
            assertThat(rights(container).path("runAsNonRoot").asBoolean(true)).isTrue();
            assertThat(rights(container).path("runAsUser").asInt(1)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void isConfinedBySeccomp(JsonNode pod) {
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isIn(PROFILES);
        for (JsonNode container : containers(pod)) {
            assertThat(rights(container).at("/seccompProfile/type").asText("RuntimeDefault"))
                    .isIn(PROFILES);
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void beyondTheStandardWritesToItsVolumesAloneAndKnowsNothingOfTheCluster(JsonNode pod) {
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        for (JsonNode container : containers(pod)) {
            assertThat(rights(container).path("readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
        }
    }

    private static List<JsonNode> containers(JsonNode pod) {
        List<JsonNode> containers = new ArrayList<>();
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
            pod.path(list).forEach(containers::add);
        }
        return containers;
    }

    private static JsonNode rights(JsonNode container) {
        return container.path("securityContext");
    }

    private static List<JsonNode> allRights(JsonNode pod) {
        List<JsonNode> all = new ArrayList<>(List.of(pod.path("securityContext")));
        containers(pod).forEach(container -> all.add(rights(container)));
        return all;
    }
}
