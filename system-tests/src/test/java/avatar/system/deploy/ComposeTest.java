package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each container of {@code docker-compose.yml} is bounded and heals by itself, and each setting of it is explained. */
class ComposeTest {

    private static final Compose COMPOSE = new Compose();

    /** Of the Compose specification, what is used here. An unknown field is a mistake that Compose may not report. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "",
            Set.of("name", "services", "volumes", "x-contained", "x-service", "x-tts-service", "x-compositor-service"),
            "service",
            Set.of(
                    "image",
                    "build",
                    "command",
                    "entrypoint",
                    "depends_on",
                    "environment",
                    "volumes",
                    "tmpfs",
                    "ports",
                    "profiles",
                    "restart",
                    "healthcheck",
                    "stop_grace_period",
                    "mem_limit",
                    "cap_drop",
                    "security_opt",
                    "read_only",
                    "logging"),
            "build",
            Set.of("context", "target"),
            "healthcheck",
            Set.of("test", "interval", "timeout", "retries", "start_period"),
            "logging",
            Set.of("driver", "options"));

    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    private static final Set<String> JOBS = Set.of("topics", "setup-job");

    static Stream<Map.Entry<String, JsonNode>> services() {
        return COMPOSE.services().properties().stream();
    }

    @Test
    void hasNoUnknownFieldAtItsTop() {
        assertThat(names(COMPOSE.document())).isSubsetOf(known(""));
        assertThat(names(COMPOSE.document().path("volumes"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasNoUnknownFieldInAService(Map.Entry<String, JsonNode> service) {
        assertThat(names(service.getValue())).isSubsetOf(known("service"));
        for (String part : List.of("build", "healthcheck", "logging")) {
            assertThat(names(service.getValue().path(part))).as(part).isSubsetOf(known(part));
        }
        service.getValue().path("depends_on").properties().forEach(dependency -> {
            assertThat(names(COMPOSE.services())).contains(dependency.getKey());
            assertThat(names(dependency.getValue())).containsExactly("condition");
            assertThat(dependency.getValue().path("condition").asText()).isIn(CONDITIONS);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountsVolumesAndFilesThatAreThere(Map.Entry<String, JsonNode> service) {
        for (String mount : Yaml.texts(service.getValue().path("volumes"))) {
            String source = mount.replaceFirst(":.*", "");
            if (source.startsWith("./")) {
                assertThat(Yaml.root().resolve(source)).as(mount).isDirectory();
            } else if (!source.startsWith("/")) {
                assertThat(names(COMPOSE.document().path("volumes"))).as(mount).contains(source);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void boundsEveryContainer(Map.Entry<String, JsonNode> entry) {
        JsonNode service = entry.getValue();

        assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
        assertThat(service.path("logging").path("options").path("max-size").asText())
                .matches("\\d+m");
        assertThat(service.path("logging").path("options").path("max-file").asInt())
                .isPositive();
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(Yaml.texts(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(Yaml.texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void restartsWhateverIsNoJob(Map.Entry<String, JsonNode> service) {
        assertThat(service.getValue().path("restart").asText())
                .isEqualTo(JOBS.contains(service.getKey()) ? "" : "unless-stopped");
    }

    @Test
    void waitsOnlyForWhatEndsOrSaysThatItIsHealthy() {
        services()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .properties()
                        .forEach(dependency -> {
                            String condition =
                                    dependency.getValue().path("condition").asText();
                            if (JOBS.contains(dependency.getKey())) {
                                assertThat(condition).isEqualTo("service_completed_successfully");
                            } else if (!COMPOSE.service(dependency.getKey()).has("healthcheck")) {
                                assertThat(Dockerfile.stage(dependency.getKey()).instruction("HEALTHCHECK"))
                                        .isNotEmpty();
                            }
                        }));
    }

    @Test
    void asksForHealthWithoutAJvm() {
        assertThat(Yaml.texts(COMPOSE.service("kafka").path("healthcheck").path("test")))
                .containsExactly("CMD", "nc", "-z", "localhost", "9092");
    }

    @Test
    void publishesNothingBeyondThisMachineByDefault() {
        services()
                .forEach(service -> assertThat(Yaml.texts(service.getValue().path("ports")))
                        .allMatch(port -> port.startsWith("127.0.0.1:")));
        assertThat(Yaml.texts(COMPOSE.service("web-ui").path("ports"))).containsExactly("127.0.0.1:8080:8080");
    }

    @Test
    void buildsEachImageOnce() {
        assertThat(services()
                        .filter(service -> service.getValue().has("build"))
                        .map(service -> service.getValue().path("image").asText()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(COMPOSE.everything().values().stream()
                        .filter(Deployed::isOwn)
                        .map(Deployed::image)
                        .distinct()
                        .toList());
    }

    @Test
    void hasTheSettingsThatItUsesInDotEnvAndNoOthers() {
        Set<String> used = variables(Yaml.read(Compose.FILE));
        new DotEnv().written().values().forEach(value -> used.addAll(variables(value)));
        Set<String> written = new TreeSet<>(new DotEnv().written().keySet());
        // Compose itself reads it.
        assertThat(written.remove("COMPOSE_PROFILES")).isTrue();

        assertThat(written).isEqualTo(used);
    }

    @Test
    void explainsEverySetting() {
        assertThat(new DotEnv().unexplained()).isEmpty();
    }

    @Test
    void namesTheFirstReplicasInTheScaleProfile() {
        for (String name : List.of("tts-service", "compositor-service")) {
            JsonNode second = COMPOSE.service(name + "-2");
            assertThat(Yaml.texts(second.path("profiles"))).containsExactly("scale");
            assertThat(second.path("environment"))
                    .isEqualTo(COMPOSE.service(name).path("environment"));
            assertThat(second.path("image")).isEqualTo(COMPOSE.service(name).path("image"));
        }
        assertThat(COMPOSE.everything().get("compositor-service-2"))
                .satisfies(second ->
                        assertThat(second.volumes()).containsKey("avatars").doesNotContainKey("renders"));
    }

    @Test
    void usesTheNamesOfTheBakeFile() throws Exception {
        String bake = Files.readString(Yaml.root().resolve("docker-bake.hcl"));

        assertThat(bake)
                .contains("variable \"REGISTRY\" {\n  default = \"%s\"".formatted(new DotEnv().resolve("${REGISTRY}")))
                .contains("variable \"VERSION\" {\n  default = \"%s\"".formatted(new DotEnv().resolve("${VERSION}")))
                .contains("tags       = [\"${REGISTRY}/${service}:${VERSION}\"]");
        Dockerfile.targets().forEach(target -> assertThat(bake).contains("\"%s\"".formatted(target)));
    }

    private static Set<String> variables(String text) {
        Set<String> variables = new TreeSet<>();
        DotEnv.VARIABLE.matcher(text).results().forEach(variable -> variables.add(variable.group(1)));
        return variables;
    }

    private static Set<String> known(String part) {
        return KNOWN.getOrDefault(part, Set.of());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
