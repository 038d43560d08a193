package dev.dateline.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Set;

/** What KEDA 2 documents of its resources, as far as ours go; there is no library of them. A field that is missing here is an error. */
final class Keda {

    private Keda() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(
                Target scaleTargetRef,
                Integer pollingInterval,
                Integer cooldownPeriod,
                int minReplicaCount,
                int maxReplicaCount,
                Fallback fallback,
                Advanced advanced,
                List<Trigger> triggers) {}
    }

    record Target(String apiVersion, String kind, String name) {}

    record Fallback(int failureThreshold, int replicas) {}

    record Advanced(Hpa horizontalPodAutoscalerConfig) {}

    record Hpa(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, Kafka metadata, Reference authenticationRef) {}

    record Reference(String name) {}

    /** Everything is a string here. */
    record Kafka(
            String bootstrapServers,
            String topic,
            String consumerGroup,
            String lagThreshold,
            String offsetResetPolicy,
            String allowIdleConsumers,
            String excludePersistentLag,
            String tls,
            String sasl) {

        static final Set<String> SASL = Set.of("plaintext", "scram_sha256", "scram_sha512", "gssapi", "oauthbearer");
    }

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(List<Env> env, List<SecretTarget> secretTargetRef) {}

        record Env(String parameter, String name) {}

        record SecretTarget(String parameter, String name, String key) {}
    }
}
