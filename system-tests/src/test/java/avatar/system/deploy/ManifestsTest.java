package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of both overlays is one that Kubernetes accepts, and everything they name is there. */
class ManifestsTest {

    static List<Kubernetes> overlays() {
        return List.of(Kubernetes.LOCAL, Kubernetes.PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void hasKnownFieldsOnly(Kubernetes overlay) {
        assertThat(overlay.objects())
                .isNotEmpty()
                .allSatisfy(object -> assertThatCode(() -> StrictObjects.read(object))
                        .as(
                                "%s %s",
                                object.path("kind"), object.path("metadata").path("name"))
                        .doesNotThrowAnyException());
    }

    @Test
    void anUnknownFieldIsFound() {
        ObjectNode service = Kubernetes.LOCAL.object("Service", "web-ui").deepCopy();
        service.withObject("spec").put("potrs", 1);

        assertThatThrownBy(() -> StrictObjects.read(service)).hasMessageContaining("potrs");
    }

    @Test
    void aNumberForATextIsFound() {
        ObjectNode configuration =
                Kubernetes.LOCAL.object("ConfigMap", "kafka-client").deepCopy();
        configuration.withObject("data").put("KAFKA_BOOTSTRAP_SERVERS", 1);

        assertThatThrownBy(() -> StrictObjects.read(configuration)).hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isRenderedHereAsByKubectl(Kubernetes overlay) throws IOException, InterruptedException {
        assumeTrue(isKubectlThere(), "kubectl is not installed");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", overlay.folder())
                .directory(Yaml.root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kubectl.waitFor()).isZero();
        assertThat(byName(overlay.objects())).isEqualTo(byName(Yaml.documentsOf(rendered)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void hasOneOfEachNameInOneNamespace(Kubernetes overlay) {
        assertThat(overlay.objects()).extracting(ManifestsTest::name).doesNotHaveDuplicates();
        assertThat(overlay.objects())
                .filteredOn(object -> !object.path("kind").asText().equals("Namespace"))
                .allSatisfy(object -> assertThat(
                                object.path("metadata").path("namespace").asText())
                        .isEqualTo("live-avatar"));
        assertThat(overlay.ofKind("Namespace")).containsOnlyKeys("live-avatar");
    }

    @Test
    void namesEveryFileInAKustomization() throws IOException {
        for (String folder : List.of("k8s/base", "k8s/overlays/local", "k8s/overlays/production")) {
            JsonNode kustomization =
                    Yaml.documents(folder + "/kustomization.yaml").getFirst();
            Stream<String> named = Stream.concat(
                    Yaml.texts(kustomization.path("resources")).stream(),
                    kustomization.path("patches").findValuesAsText("path").stream());
            try (Stream<Path> files = Files.list(Yaml.root().resolve(folder))) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(file -> !file.equals("kustomization.yaml")))
                        .as(folder)
                        .containsExactlyInAnyOrderElementsOf(
                                named.filter(file -> !file.startsWith("..")).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void selectsPodsThatAreThere(Kubernetes overlay) {
        overlay.ofKind("Service")
                .forEach((name, service) -> assertThat(overlay.workloads().values())
                        .as(name)
                        .anySatisfy(workload -> assertThat(labels(workload))
                                .containsAllEntriesOf(
                                        Yaml.map(service.path("spec").path("selector")))));
        overlay.workloads().forEach((name, workload) -> {
            Map<String, String> selector =
                    Yaml.map(workload.path("spec").path("selector").path("matchLabels"));
            assertThat(labels(workload)).as(name).containsAllEntriesOf(selector);
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void mountsWhatItHas(Kubernetes overlay) {
        overlay.workloads().forEach((name, workload) -> {
            JsonNode pod = Kubernetes.pod(workload);
            List<String> volumes = Stream.concat(
                            pod.path("volumes").findValuesAsText("name").stream(),
                            workload.path("spec").path("volumeClaimTemplates").findValuesAsText("name").stream())
                    .toList();
            assertThat(pod.path("containers").path(0).path("volumeMounts").findValuesAsText("name"))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(volumes);
            assertThat(overlay.ofKind("PersistentVolumeClaim").keySet())
                    .containsAll(pod.path("volumes").findValuesAsText("claimName"));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void sharesTheVolumeAmongNodesOnlyIfItCanBe(Kubernetes overlay) {
        List<String> modes = Yaml.texts(
                overlay.object("PersistentVolumeClaim", "avatars").path("spec").path("accessModes"));

        assertThat(modes).containsExactly(overlay == Kubernetes.LOCAL ? "ReadWriteOnce" : "ReadWriteMany");
    }

    @Test
    void scalesAndProtectsDeploymentsThatAreThere() {
        Kubernetes production = Kubernetes.PRODUCTION;
        List<String> scaled = Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(kind -> production.ofKind(kind).values().stream())
                .map(object ->
                        object.path("spec").path("scaleTargetRef").path("name").asText())
                .toList();

        assertThat(scaled)
                .containsExactlyInAnyOrderElementsOf(
                        production.ofKind("Deployment").keySet());
        production
                .ofKind("Deployment")
                .forEach(
                        (name, deployment) -> assertThat(deployment.path("spec").has("replicas"))
                                .as("an apply would undo the scaling of %s", name)
                                .isFalse());
        production
                .ofKind("PodDisruptionBudget")
                .forEach((name, budget) -> assertThat(labels(production.object("Deployment", name)))
                        .containsAllEntriesOf(
                                Yaml.map(budget.path("spec").path("selector").path("matchLabels"))));
        assertThat(production.ofKind("PodDisruptionBudget").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        production.ofKind("Service").keySet());
    }

    @Test
    void sendsWhoComesInToThePage() {
        Kubernetes.PRODUCTION.ofKind("Ingress").values().forEach(ingress -> {
            JsonNode service = ingress.at("/spec/rules/0/http/paths/0/backend/service");
            assertThat(service.path("name").asText()).isEqualTo("web-ui");
            assertThat(Yaml.texts(ingress.at("/spec/tls/0/hosts")))
                    .containsExactly(ingress.at("/spec/rules/0/host").asText());
            assertThat(Objects.requireNonNull(Kubernetes.PRODUCTION.deployed().get("web-ui"))
                            .environment())
                    .as("web-ui refuses other names")
                    .containsEntry(
                            "AVATAR_EDGE_HOSTS",
                            ingress.at("/spec/rules/0/host").asText());
            assertThat(Yaml.map(ingress.path("metadata").path("annotations")))
                    .containsEntry("nginx.ingress.kubernetes.io/proxy-buffering", "off");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void leavesTimeToHandOverAndIsReplacedWithoutAGap(Kubernetes overlay) {
        overlay.ofKind("Deployment").forEach((name, deployment) -> {
            JsonNode spec = deployment.path("spec");
            assertThat(Kubernetes.pod(deployment)
                            .path("terminationGracePeriodSeconds")
                            .asInt())
                    .as(name)
                    .isGreaterThanOrEqualTo(20);
            assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                    .as(name)
                    .isZero();
        });
        overlay.ofKind("Job")
                .forEach((name, job) -> assertThat(
                                job.path("spec").path("ttlSecondsAfterFinished").asInt())
                        .as("a job can't be changed, so it has to go: %s", name)
                        .isPositive());
    }

    private static boolean isKubectlThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static Map<String, JsonNode> byName(List<? extends JsonNode> objects) {
        Map<String, JsonNode> byName = new TreeMap<>();
        objects.forEach(object -> byName.put(name(object), object));
        return byName;
    }

    private static String name(JsonNode object) {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }

    private static Map<String, String> labels(JsonNode workload) {
        return Yaml.map(workload.at("/spec/template/metadata/labels"));
    }
}
