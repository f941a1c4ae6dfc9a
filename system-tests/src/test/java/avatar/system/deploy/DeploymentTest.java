package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.speech.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in the deployment files may differ from the code, or compose from Kubernetes; no container engine needed. */
class DeploymentTest {

    private static final Compose COMPOSE = new Compose();
    private static final Kubernetes KUBERNETES = new Kubernetes();

    /** The addresses that each service is configured with. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "tts-service",
            List.of("kafka.bootstrap.servers", "avatar.viseme.url"),
            "viseme-service",
            List.of(),
            "compositor-service",
            List.of(
                    "kafka.bootstrap.servers",
                    "avatar.avatars.folder",
                    "avatar.channel.avatar",
                    "avatar.renders.tts-url"),
            "web-ui",
            List.of("avatar.gateway.tts-url", "avatar.gateway.viseme-url", "avatar.gateway.compositor-url"));

    static Stream<Deployed> everything() {
        return Stream.concat(COMPOSE.deployed().values().stream(), KUBERNETES.deployed().values().stream());
    }

    static Stream<Deployed> services() {
        return everything().filter(deployed -> REQUIRED.containsKey(deployed.name()));
    }

    @Test
    void deployTheSameContainers() {
        assertThat(KUBERNETES.deployed().keySet())
                .containsExactlyInAnyOrderElementsOf(COMPOSE.deployed().keySet())
                .contains("kafka", "setup-job", "setup-listener")
                .containsAll(REQUIRED.keySet());
    }

    @Test
    void tellTheContainersTheSame() {
        COMPOSE.deployed().forEach((name, composed) -> {
            Deployed onKubernetes = named(name, KUBERNETES.deployed());
            assertThat(comparable(onKubernetes)).as(name).isEqualTo(comparable(composed));
            assertThat(onKubernetes.image()).as(name).isEqualTo(composed.image());
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void useOnlyImagesThatAreBuiltHereOrTheBrokerOfThisBuild(Deployed deployed) throws IOException {
        if (deployed.isOwn()) {
            JsonNode build = COMPOSE.service(deployed.name()).path("build");
            assertThat(build.path("context").asText()).isEqualTo(".");
            assertThat(build.path("dockerfile").asText()).isEqualTo(deployed.module() + "/Dockerfile");
            assertThat(Yaml.root().resolve(build.path("dockerfile").asText())).isRegularFile();
        } else {
            assertThat(Files.readString(Yaml.root().resolve("pom.xml")))
                    .contains("<kafka.version>%s</kafka.version>"
                            .formatted(deployed.image().replace("apache/kafka:", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void useThePortsOfTheServices(Deployed deployed) {
        int port = new Module(deployed.module()).port();

        assertThat(deployed.ports()).allMatch(used -> used == port);
        assertThat(KUBERNETES.ofKind("Service")).containsKey(deployed.name());
        JsonNode service = KUBERNETES.object("Service", deployed.name()).path("spec");
        assertThat(service.path("ports").path(0).path("port").asInt()).isEqualTo(port);
        assertThat(service.path("selector").path("app").asText()).isEqualTo(deployed.name());
    }

    @ParameterizedTest
    @MethodSource("services")
    void setWhatTheServicesKnow(Deployed deployed) {
        assertThat(new Module(deployed.module()).environmentNames())
                .containsAll(deployed.environment().keySet());
        assertThat(deployed.environment().keySet())
                .containsExactlyInAnyOrderElementsOf(REQUIRED.getOrDefault(deployed.name(), List.of()).stream()
                        .map(Module::environmentName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void nameOnlyServicesThatAreThereByTheirPorts(Deployed deployed) {
        deployed.environment().forEach((name, value) -> {
            if (name.endsWith("_URL") || name.endsWith("_SERVERS")) {
                URI address = URI.create(value.contains("://") ? value : "kafka://" + value);
                int expected = address.getHost().equals("kafka") ? 9092 : new Module(address.getHost()).port();
                assertThat(COMPOSE.deployed()).as(name).containsKey(address.getHost());
                assertThat(KUBERNETES.ofKind("Service")).as(name).containsKey(address.getHost());
                assertThat(address.getPort()).as(name).isEqualTo(expected);
            }
        });
    }

    @Test
    void createTheTopicsOfTheContract() {
        for (Deployed job : List.of(named("topics", COMPOSE.deployed()), named("topics", KUBERNETES.deployed()))) {
            String list = Pattern.compile("for topic in (.*);")
                    .matcher(job.arguments().getFirst())
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            assertThat(list.split(" ")).containsExactlyInAnyOrderElementsOf(Topics.ALL);
        }
    }

    @Test
    void setUpTheAvatarBeforeTheCompositorStarts() {
        Deployed compositor = named("compositor-service", COMPOSE.deployed());
        String manifest = Path.of(
                        compositor.environment().get("AVATAR_AVATARS_FOLDER"),
                        compositor.environment().get("AVATAR_CHANNEL_AVATAR"),
                        AvatarBundle.MANIFEST)
                .toString();
        JsonNode onKubernetes = KUBERNETES.object("Deployment", "compositor-service");

        assertThat(COMPOSE.service("compositor-service")
                        .path("depends_on")
                        .path("setup-job")
                        .path("condition")
                        .asText())
                .isEqualTo("service_completed_successfully");
        assertThat(Kubernetes.pod(onKubernetes)
                        .path("initContainers")
                        .path(0)
                        .path("command")
                        .path(2)
                        .asText())
                .contains("until [ -f %s ]".formatted(manifest));
    }

    @Test
    void giveSetUpAndCompositorTheSameFolder() {
        for (Map<String, Deployed> deployed : List.of(COMPOSE.deployed(), KUBERNETES.deployed())) {
            Deployed setup = named("setup-job", deployed);
            Deployed compositor = named("compositor-service", deployed);
            String folder = compositor.environment().get("AVATAR_AVATARS_FOLDER");

            assertThat(setup.arguments()).containsExactly("default", "--avatars", folder);
            assertThat(setup.volumes()).containsEntry("avatars", folder);
            assertThat(compositor.volumes()).containsEntry("avatars", folder);
            assertThat(new Module("setup-job").dockerfile())
                    .contains("CMD [\"default\", \"--avatars\", \"%s\"]".formatted(folder));
        }
    }

    @Test
    void haveAvatarsMadeOfUploadsOnTheVolumeThatIsWritten() {
        for (Map<String, Deployed> deployed : List.of(COMPOSE.deployed(), KUBERNETES.deployed())) {
            Deployed listener = named("setup-listener", deployed);
            Deployed compositor = named("compositor-service", deployed);
            String folder = compositor.environment().get("AVATAR_AVATARS_FOLDER");

            assertThat(listener.module()).isEqualTo("setup-job");
            assertThat(listener.arguments()).containsExactly("listen", "--avatars", folder);
            assertThat(listener.environment()).containsKey("KAFKA_BOOTSTRAP_SERVERS");
            assertThat(listener.volumes()).containsEntry("avatars", folder);
        }
        assertThat(Yaml.texts(COMPOSE.service("compositor-service").path("volumes")))
                .noneMatch(mount -> mount.endsWith(":ro"));
        assertThat(Kubernetes.pod(KUBERNETES.object("Deployment", "compositor-service"))
                        .path("containers")
                        .path(0)
                        .path("volumeMounts")
                        .findValues("readOnly"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui"})
    void buildImagesOfTheSourcesOfAllModules(String name) throws IOException {
        String dockerfile = new Module(name).dockerfile();
        List<PathMatcher> admitted = Files.readAllLines(Yaml.root().resolve(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
                .toList();

        assertThat(dockerfile)
                .contains("COPY . .\n")
                .contains("-pl %s -am package".formatted(name))
                .contains("USER 10001");
        assertThat(modules())
                .flatMap(module -> List.of(module + "/pom.xml", module + "/src/main/java/A.java"))
                .contains(name + "/pom.xml", "libs/contract/pom.xml")
                .allSatisfy(path -> assertThat(admitted).anyMatch(matcher -> matcher.matches(Path.of(path))));
        assertThat(List.of("README.md", "data/avatars/default/base.mp4", name + "/target/a.jar"))
                .allSatisfy(path -> assertThat(admitted).noneMatch(matcher -> matcher.matches(Path.of(path))));
    }

    private static List<String> modules() throws IOException {
        List<String> modules = new ArrayList<>(modules("pom.xml"));
        modules("libs/pom.xml").forEach(library -> modules.add("libs/" + library));
        return modules;
    }

    private static List<String> modules(String pom) throws IOException {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(Files.readString(Yaml.root().resolve(pom)))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tts-service", "viseme-service", "compositor-service", "web-ui"})
    void askContainersOnTheirOwnPortForTheirHealth(String name) {
        Module module = new Module(name);

        assertThat(module.dockerfile())
                .contains("EXPOSE %d\n".formatted(module.port()))
                .contains("/dev/tcp/127.0.0.1/%d && printf 'GET /q/health/ready ".formatted(module.port()));
    }

    @Test
    void nameEveryManifestInTheKustomization() throws IOException {
        try (Stream<Path> files = Files.list(Yaml.root().resolve("k8s"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(Kubernetes.resources());
        }
    }

    private static Deployed named(String name, Map<String, Deployed> deployed) {
        return Objects.requireNonNull(deployed.get(name), name);
    }

    /** Without what has to differ: how a broker is reached, and where its records lie. */
    private static Map<String, String> comparable(Deployed deployed) {
        Map<String, String> environment = new TreeMap<>(deployed.environment());
        environment.keySet().removeAll(List.of("KAFKA_ADVERTISED_LISTENERS", "KAFKA_LOG_DIRS"));
        return environment;
    }
}
