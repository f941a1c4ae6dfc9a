package avatar.system.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' own view of an object: an unknown field, or a value of another type, is an error, as it is for an API
 * server that validates strictly. Of the operators' objects, the fields that are used here are known.
 */
final class StrictObjects {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", ScaledObject.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class));

    private static final ObjectMapper MAPPER = mapper();

    private StrictObjects() {}

    /** Reads an object as its type; the exception names the field that is wrong. */
    static Object read(JsonNode object) throws JsonProcessingException {
        String type =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        Class<?> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("Unknown type " + type);
        }
        return MAPPER.treeToValue(object, known);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new WithoutCatchAlls())
                .build();
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    /** The models keep unknown fields; here they are none of theirs. */
    private static final class WithoutCatchAlls extends JacksonAnnotationIntrospector {

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    // ── KEDA ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            ScaleTarget scaleTargetRef,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            List<Trigger> triggers) {}

    record ScaleTarget(String apiVersion, String kind, String name) {}

    record Trigger(String type, KafkaTrigger metadata) {}

    record KafkaTrigger(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            @Nullable String activationLagThreshold,
            @Nullable String offsetResetPolicy) {}

    // ── Strimzi ──────────────────────────────────────────────────────────────────────────────────────────────────────

    record KafkaTopic(String apiVersion, String kind, ObjectMeta metadata, KafkaTopicSpec spec) {}

    record KafkaTopicSpec(int partitions, int replicas, Map<String, Object> config) {}

    record KafkaNodePool(String apiVersion, String kind, ObjectMeta metadata, KafkaNodePoolSpec spec) {}

    record KafkaNodePoolSpec(
            int replicas, List<String> roles, Storage storage, ResourceRequirements resources, JvmOptions jvmOptions) {}

    record Storage(String type, List<StorageVolume> volumes) {}

    record StorageVolume(int id, String type, String size, String kraftMetadata, boolean deleteClaim) {}

    record JvmOptions(
            @JsonProperty("-Xms") String least,
            @JsonProperty("-Xmx") String most) {}

    record Kafka(String apiVersion, String kind, ObjectMeta metadata, KafkaSpec spec) {}

    record KafkaSpec(KafkaCluster kafka, EntityOperator entityOperator) {}

    record KafkaCluster(
            String version,
            String metadataVersion,
            List<Listener> listeners,
            Map<String, Object> config,
            KafkaTemplate template) {}

    record Listener(String name, int port, String type, boolean tls, List<Peer> networkPolicyPeers) {}

    record Peer(
            @Nullable LabelSelector podSelector, @Nullable LabelSelector namespaceSelector) {}

    record KafkaTemplate(PodTemplate pod, ContainerTemplate kafkaContainer) {}

    record EntityOperator(Map<String, Object> topicOperator, EntityTemplate template) {}

    record EntityTemplate(PodTemplate pod, ContainerTemplate topicOperatorContainer) {}

    record PodTemplate(PodSecurityContext securityContext) {}

    record ContainerTemplate(SecurityContext securityContext) {}
}
