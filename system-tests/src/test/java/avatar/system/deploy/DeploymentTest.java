package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in the deployment files may differ from the code, or compose from Kubernetes; no container engine needed. */
class DeploymentTest {

    private static final Compose COMPOSE = new Compose();
    private static final Kubernetes KUBERNETES = Kubernetes.LOCAL;

    /** The address of the broker; Quarkus hands every variable that begins with KAFKA_ to all Kafka clients. */
    private static final String BROKER = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String TRACES = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /** What each service is configured with. */
    private static final Map<String, Set<String>> CONFIGURED = Map.of(
            "tts-service",
            Set.of(BROKER, TRACES, "AVATAR_VISEME_URL", "AVATAR_TTS_EDGE_ENABLED"),
            "viseme-service",
            Set.of(),
            "compositor-service",
            Set.of(BROKER, TRACES, "AVATAR_AVATARS_FOLDER", "AVATAR_CHANNEL_AVATAR", "AVATAR_RENDERS_TTS_URL"),
            "web-ui",
            Set.of(
                    BROKER,
                    TRACES,
                    "AVATAR_GATEWAY_TTS_URL",
                    "AVATAR_GATEWAY_VISEME_URL",
                    "AVATAR_GATEWAY_COMPOSITOR_URL",
                    "AVATAR_EDGE_HOSTS",
                    "AVATAR_ACCESS_MODE",
                    "AVATAR_ACCESS_LISTEN_ADDRESS",
                    "AVATAR_ACCESS_KEYS_FILE"));

    static Stream<Deployed> services() {
        return Stream.of(COMPOSE.deployed(), KUBERNETES.deployed(), Kubernetes.PRODUCTION.deployed())
                .flatMap(deployed -> deployed.values().stream())
                .filter(deployed -> CONFIGURED.containsKey(deployed.name()));
    }

    @Test
    void deployTheSameContainers() {
        assertThat(KUBERNETES.deployed().keySet())
                .containsExactlyInAnyOrderElementsOf(COMPOSE.deployed().keySet())
                .contains("kafka", "topics", "setup-job", "setup-listener")
                .containsAll(CONFIGURED.keySet());
        assertThat(Kubernetes.PRODUCTION.deployed().keySet())
                .as("Strimzi makes Kafka and the topics")
                .containsExactlyInAnyOrderElementsOf(KUBERNETES.deployed().keySet().stream()
                        .filter(name -> !Set.of("kafka", "topics").contains(name))
                        .toList());
    }

    @Test
    void tellTheContainersTheSame() {
        COMPOSE.deployed().forEach((name, composed) -> {
            Deployed onKubernetes = named(name, KUBERNETES.deployed());
            assertThat(comparable(onKubernetes)).as(name).isEqualTo(comparable(composed));
            assertThat(onKubernetes.image()).as(name).isEqualTo(composed.image());
            assertThat(onKubernetes.arguments()).as(name).isEqualTo(composed.arguments());
            assertThat(onKubernetes.writable()).as(name).isEqualTo(composed.writable());
        });
    }

    @Test
    void useOnlyImagesThatAreBuiltHereOrTheBrokerOfThisBuild() {
        COMPOSE.deployed().values().forEach(deployed -> {
            if (deployed.isOwn()) {
                assertThat(Dockerfile.targets()).contains(deployed.module());
            } else {
                assertThat(Pom.of("").texts("kafka.version"))
                        .containsExactly(deployed.image().replace("apache/kafka:", ""));
            }
        });
        assertThat(Kubernetes.PRODUCTION
                        .object("Kafka", "live-avatar")
                        .at("/spec/kafka/version")
                        .asText())
                .isEqualTo(Pom.of("").texts("kafka.version").getFirst());
    }

    @Test
    void buildTheImageThatTheServiceIsNamedAfter() {
        COMPOSE.services().properties().forEach(service -> {
            JsonNode target = service.getValue().path("build").path("target");
            if (!target.isMissingNode()) {
                assertThat(target.asText())
                        .isEqualTo(named(service.getKey(), COMPOSE.everything()).module());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void useThePortsOfTheServices(Deployed deployed) {
        int port = new Module(deployed.name()).port();
        int management = new Module(deployed.name()).managementPort();

        assertThat(deployed.ports()).isSubsetOf(port, management);
        JsonNode service = KUBERNETES.object("Service", deployed.name()).path("spec");
        assertThat(service.path("ports").path(0).path("port").asInt()).isEqualTo(port);
        // web-ui asks those behind it for their readiness; its own is asked by Kubernetes, at the pod.
        assertThat(service.path("ports").path(1).path("port").asInt())
                .isEqualTo(deployed.name().equals("web-ui") ? 0 : management);
        assertThat(service.path("selector").path("app").asText()).isEqualTo(deployed.name());
    }

    @Test
    void askForHealthWhereNobodyFromOutsideReachesIt() {
        CONFIGURED.keySet().forEach(name -> {
            JsonNode container = Kubernetes.pod(KUBERNETES.object("Deployment", name))
                    .path("containers")
                    .path(0);
            assertThat(Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                            .map(probe ->
                                    container.path(probe).at("/httpGet/port").asText()))
                    .as(name)
                    .containsOnly("management");
        });
        assertThat(named("web-ui", COMPOSE.deployed()).ports()).containsExactly(new Module("web-ui").port());
    }

    @ParameterizedTest
    @MethodSource("services")
    void setWhatTheServicesKnow(Deployed deployed) {
        Set<String> known = new TreeSet<>(new Module(deployed.name()).environmentNames());
        known.add(BROKER);

        assertThat(known).containsAll(deployed.environment().keySet());
        assertThat(deployed.environment().keySet())
                .containsExactlyInAnyOrderElementsOf(CONFIGURED.getOrDefault(deployed.name(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void nameOnlyServicesThatAreThereByTheirPorts(Deployed deployed) {
        deployed.environment().forEach((name, value) -> {
            if (name.endsWith("_URL")) {
                URI address = URI.create(value);
                assertThat(CONFIGURED).as(name).containsKey(address.getHost());
                assertThat(address.getPort()).as(name).isEqualTo(new Module(address.getHost()).port());
            }
        });
    }

    @Test
    void findKafkaByANameThatIsThereFromTheBeginning() {
        JsonNode bootstrap = KUBERNETES.object("Service", "kafka").path("spec");
        JsonNode brokers = KUBERNETES.object("Service", "kafka-brokers").path("spec");

        assertThat(named("tts-service", COMPOSE.deployed()).environment()).containsEntry(BROKER, "kafka:9092");
        assertThat(bootstrap.has("clusterIP"))
                .as("a headless name resolves only once a broker is ready")
                .isFalse();
        assertThat(bootstrap.at("/ports/0/port").asInt()).isEqualTo(9092);
        assertThat(brokers.path("clusterIP").asText()).isEqualTo("None");
        assertThat(brokers.path("publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(KUBERNETES
                        .object("StatefulSet", "kafka")
                        .at("/spec/serviceName")
                        .asText())
                .isEqualTo("kafka-brokers");
        assertThat(named("kafka", KUBERNETES.deployed()).environment())
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka-0.kafka-brokers:9092");
        assertThat(named("tts-service", Kubernetes.PRODUCTION.deployed()).environment())
                .as("the name that Strimzi gives it")
                .containsEntry(BROKER, "live-avatar-kafka-bootstrap:9092");
    }

    @Test
    void createTheTopicsOfTheContract() {
        for (Deployed job : List.of(named("topics", COMPOSE.deployed()), named("topics", KUBERNETES.deployed()))) {
            TopicsJob topics = new TopicsJob(job.arguments().getFirst());
            assertThat(topics.names()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
            assertThat(topics.tables()).containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
            assertThat(topics.with("--config retention.ms=" + Topics.LONG_RETENTION.toMillis()))
                    .containsExactlyInAnyOrderElementsOf(Topics.LONG_LIVED);
        }
        Map<String, JsonNode> ofStrimzi = Kubernetes.PRODUCTION.ofKind("KafkaTopic");
        assertThat(ofStrimzi.keySet()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
        ofStrimzi.forEach((name, topic) -> assertThat(
                        topic.at("/spec/config/cleanup.policy").asText())
                .as(name)
                .isEqualTo(Topics.COMPACTED.contains(name) ? "compact" : ""));
        List<String> longLived = ofStrimzi.entrySet().stream()
                .filter(topic ->
                        topic.getValue().at("/spec/config/retention.ms").asLong() == Topics.LONG_RETENTION.toMillis())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(longLived).containsExactlyInAnyOrderElementsOf(Topics.LONG_LIVED);
    }

    @Test
    void giveAllTopicsTheSameNumberOfPartitions() {
        for (Map<String, Deployed> deployed : List.of(COMPOSE.deployed(), KUBERNETES.deployed())) {
            assertThat(new TopicsJob(named("topics", deployed).arguments().getFirst()).partitions())
                    .isEqualTo(4);
            assertThat(named("kafka", deployed).environment()).containsEntry("KAFKA_NUM_PARTITIONS", "4");
        }
        assertThat(Kubernetes.PRODUCTION.ofKind("KafkaTopic").values())
                .allSatisfy(topic ->
                        assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(12));
    }

    @Test
    void haveNoMoreReplicasThanPartitions() {
        assertThat(Kubernetes.PRODUCTION
                        .object("HorizontalPodAutoscaler", "compositor-service")
                        .at("/spec/maxReplicas")
                        .asInt())
                .isLessThanOrEqualTo(12);
        assertThat(Kubernetes.PRODUCTION
                        .object("ScaledObject", "tts-service")
                        .at("/spec/maxReplicaCount")
                        .asInt())
                .isLessThanOrEqualTo(12);
    }

    @Test
    void setUpTheAvatarWithoutKafkaBeforeTheCompositorOfComposeStarts() {
        assertThat(COMPOSE.service("compositor-service")
                        .at("/depends_on/setup-job/condition")
                        .asText())
                .isEqualTo("service_completed_successfully");
        assertThat(COMPOSE.service("setup-job").has("depends_on")).isFalse();
        assertThat(named("setup-job", COMPOSE.deployed()).environment()).isEmpty();
    }

    @Test
    void giveSetUpAndCompositorTheSameFolder() {
        for (Map<String, Deployed> deployed : List.of(COMPOSE.deployed(), KUBERNETES.deployed())) {
            Deployed setup = named("setup-job", deployed);
            Deployed listener = named("setup-listener", deployed);
            Deployed compositor = named("compositor-service", deployed);
            String folder = Objects.requireNonNull(compositor.environment().get("AVATAR_AVATARS_FOLDER"));

            assertThat(setup.arguments()).containsExactly("default", "--avatars", folder);
            assertThat(listener.arguments()).containsExactly("listen", "--avatars", folder);
            assertThat(listener.image()).isEqualTo(setup.image());
            assertThat(listener.environment()).containsKey(BROKER);
            for (Deployed container : List.of(setup, listener, compositor)) {
                assertThat(container.volumes()).containsEntry("avatars", folder);
            }
            assertThat(Dockerfile.stage("setup-job").last("CMD"))
                    .isEqualTo("[\"default\", \"--avatars\", \"%s\"]".formatted(folder));
        }
    }

    @Test
    void keepRendersWhereTheImageHasThem() {
        assertThat(Dockerfile.stage("compositor-service").last("ENV")).contains("AVATAR_RENDERS_FOLDER=/data/renders");
        for (Map<String, Deployed> deployed : List.of(COMPOSE.deployed(), KUBERNETES.deployed())) {
            assertThat(named("compositor-service", deployed).volumes()).containsEntry("renders", "/data/renders");
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
