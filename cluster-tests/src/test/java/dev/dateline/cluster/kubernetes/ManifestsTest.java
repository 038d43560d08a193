package dev.dateline.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ManifestsTest {

    private static final List<String> SERVICES =
            List.of("gateway-service", "extractor-service", "saver-service", "explorer-service");

    private static final Pattern SETTING = Pattern.compile("DATELINE_([A-Z]+)_([A-Z_]+)");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/strimzi", "overlays/gke"})
    void everyFieldIsKnown(String folder) {
        assertThat(Manifests.of(folder).read()).hasSizeGreaterThan(20);
    }

    @Test
    void aFieldThatNobodyKnowsIsAnError() {
        Manifests base = Manifests.of("base");
        Map<String, Object> deployment = base.trees().stream()
                .filter(tree -> "Deployment".equals(tree.get("kind")))
                .findFirst()
                .orElseThrow();
        put(deployment, true, "spec", "template", "spec", "securityContext", "runAsNonroot");

        assertThatThrownBy(() -> StrictReader.read(deployment)).hasMessageContaining("runAsNonroot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/gke"})
    void podsMayDoNothingThatTheyNeedNot(String folder) {
        assertThat(pods(Manifests.of(folder))).hasSizeGreaterThanOrEqualTo(4).allSatisfy(ManifestsTest::isRestricted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/gke"})
    void containersHaveLimitsAndProbesAndAnImageThatStays(String folder) {
        for (Container container : containers(Manifests.of(folder))) {
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getStartupProbe()).isNotNull();
            assertThat(container.getLivenessProbe()).isNotNull();
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getImage()).matches(".+:[0-9][^:/]*");
        }
    }

    @Test
    void servicesAreProbedWhereTheImageAnswers() throws IOException {
        String dockerfile = Files.readString(Path.of("../Dockerfile"));
        for (Container container : servicesContainers(Manifests.of("base"))) {
            Map<String, Integer> ports = container.getPorts().stream()
                    .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));

            assertThat(dockerfile).contains("MANAGEMENT_SERVER_PORT=" + ports.get("management"));
            assertThat(container.getLivenessProbe().getHttpGet().getPort().getStrVal())
                    .isEqualTo("management");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
            if (ports.containsKey("http")) {
                assertThat(ports.get("http")).isEqualTo(at(yaml(container.getName()), "server", "port"));
            }
        }
    }

    @Test
    void readinessAsksMoreThanWhetherTheProcessRuns() {
        for (String service : SERVICES) {
            Object group = at(yaml(service), "management", "endpoint", "health", "group", "readiness", "include");

            assertThat(group.toString()).startsWith("readinessState, ").hasSizeGreaterThan("readinessState, ".length());
        }
    }

    @Test
    void settingsAreTheServicesOwn() throws ClassNotFoundException {
        Manifests gke = Manifests.of("overlays/gke");
        Stream<String> inPods = containers(gke).stream()
                .flatMap(container -> container.getEnv().stream())
                .map(EnvVar::getName);
        Stream<String> shared = gke.read(ConfigMap.class).stream().flatMap(map -> map.getData().keySet().stream());
        for (String name : Stream.concat(inPods, shared)
                .filter(n -> n.startsWith("DATELINE_"))
                .toList()) {
            var setting = SETTING.matcher(name);
            assertThat(setting.matches()).as(name).isTrue();
            String service = setting.group(1).toLowerCase(Locale.ROOT);
            var settings = Class.forName("dev.dateline.%s.%sSettings"
                    .formatted(service, setting.group(1).charAt(0) + service.substring(1)));

            assertThat(names(settings, "")).as(name).contains(setting.group(2));
        }
    }

    @Test
    void scalersAskForTheTopicAndTheGroupThatTheCodeUses() {
        Map<String, Keda.Trigger> triggers = Manifests.of("overlays/gke").read(Keda.ScaledObject.class).stream()
                .collect(Collectors.toMap(
                        scaler -> scaler.spec().scaleTargetRef().name(),
                        scaler -> scaler.spec().triggers().get(0)));

        assertThat(triggers.get("extractor-service").metadata().topic()).isEqualTo(Topics.POSTS);
        assertThat(triggers.get("extractor-service").metadata().consumerGroup()).isEqualTo(Topics.EXTRACTORS);
        assertThat(triggers.get("saver-service").metadata().topic()).isEqualTo(Topics.PROCESSED);
        assertThat(triggers.get("saver-service").metadata().consumerGroup()).isEqualTo(Topics.SAVERS);
        assertThat(triggers.values()).allSatisfy(trigger -> {
            assertThat(trigger.metadata().excludePersistentLag()).isEqualTo("true");
            assertThat(Keda.Kafka.SASL).contains(trigger.metadata().sasl());
            assertThat(trigger.authenticationRef().name()).isEqualTo("kafka");
        });
    }

    @Test
    void scalersMakeNoMorePodsThanPartitionsHaveConsumers() {
        Manifests base = Manifests.of("base");
        Map<String, String> shared = base.read(ConfigMap.class).get(0).getData();
        for (Keda.ScaledObject scaler : base.read(Keda.ScaledObject.class)) {
            Container container = container(base, scaler.spec().scaleTargetRef().name());
            String service = container.getName().replace("-service", "").toUpperCase(Locale.ROOT);
            int partitions =
                    Integer.parseInt(Objects.requireNonNull(shared.get("DATELINE_%s_PARTITIONS".formatted(service))));
            int consumers = Integer.parseInt(
                    env(container, "DATELINE_%s_CONCURRENCY".formatted(service)).getValue());

            assertThat(partitions).isEqualTo(64);
            assertThat(scaler.spec().maxReplicaCount()).isEqualTo(partitions / consumers);
        }
    }

    @Test
    void extractorsTakeTheirTransactionalIdsFromTheirPods() {
        Manifests base = Manifests.of("base");
        StatefulSet extractors = base.read(StatefulSet.class).get(0);
        Container container = container(base, "extractor-service");

        assertThat(extractors.getSpec().getPodManagementPolicy()).isEqualTo("Parallel");
        // Ends in no digit: the thread's index follows.
        assertThat(env(container, "DATELINE_EXTRACTOR_TRANSACTION_PREFIX").getValue())
                .isEqualTo("$(POD_NAME)-");
        assertThat(env(container, "POD_NAME").getValueFrom().getFieldRef().getFieldPath())
                .isEqualTo("metadata.name");
        assertThat(container.getResources().getLimits().get("cpu").getNumericalAmount())
                .isEqualByComparingTo("1");
        // The worst batch takes some 20 s.
        assertThat(extractors.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThan(30);
    }

    @Test
    void everyServiceSurvivesTheLossOfANode() {
        Manifests base = Manifests.of("base");
        List<String> budgets = base.read(PodDisruptionBudget.class).stream()
                .map(budget -> budget.getSpec().getSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .toList();

        assertThat(budgets).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(pods(base))
                .allSatisfy(pod -> assertThat(pod.getTopologySpreadConstraints())
                        .extracting(constraint -> constraint.getTopologyKey())
                        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
        assertThat(base.read(Service.class))
                .allSatisfy(service -> assertThat(SERVICES)
                        .contains(service.getSpec().getSelector().get("app.kubernetes.io/name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/strimzi", "overlays/gke"})
    void secretsAreOnlyReferredTo(String folder) {
        Manifests manifests = Manifests.of(folder);

        assertThat(manifests.trees()).noneMatch(tree -> "Secret".equals(tree.get("kind")));
        assertThat(containers(manifests).stream().flatMap(container -> container.getEnv().stream()))
                .filteredOn(env -> env.getName().matches(".*(PASSWORD|JAAS|SECRET|SHA256).*"))
                .allSatisfy(
                        env -> assertThat(env.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @Test
    void topicsAreMadeAsTheServicesMakeThem() {
        var sizes = new TopicSizes(64, (short) 3);
        Map<String, NewTopic> ours = Stream.of(
                        sizes.posts(), sizes.postsSeen(), sizes.postsDead(), sizes.processed(), sizes.processedDead())
                .collect(Collectors.toMap(NewTopic::name, Function.identity()));
        List<KafkaTopic> topics = Manifests.of("overlays/strimzi").read(KafkaTopic.class);

        assertThat(topics)
                .extracting(topic -> topic.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(ours.keySet());
        for (KafkaTopic topic : topics) {
            NewTopic our = Objects.requireNonNull(ours.get(topic.getMetadata().getName()));
            var config = new HashMap<String, String>();
            topic.getSpec().getConfig().forEach((key, value) -> config.put(key, value.toString()));

            assertThat(topic.getSpec().getPartitions()).isEqualTo(our.numPartitions());
            assertThat(topic.getSpec().getReplicas()).isEqualTo(our.replicationFactor());
            assertThat(config).containsAllEntriesOf(our.configs()).containsEntry("min.insync.replicas", "2");
        }
    }

    @Test
    void alertsAreTheSameForPrometheusAndItsOperatorAndHaveARunbook() throws IOException {
        Object rules = new Yaml()
                .<Map<String, Object>>load(Files.readString(Path.of("../monitoring/alerts.yml")))
                .get("groups");
        Manifests strimzi = Manifests.of("overlays/strimzi");
        String runbook = Files.readString(Path.of("../docs/operations.md"));

        assertThat(strimzi.trees())
                .filteredOn(tree -> "PrometheusRule".equals(tree.get("kind")))
                .singleElement()
                .satisfies(tree -> assertThat(at(tree, "spec", "groups")).isEqualTo(rules));
        assertThat(strimzi.read(PrometheusRule.class)
                        .get(0)
                        .getSpec()
                        .getGroups()
                        .get(0)
                        .getRules())
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> assertThat(runbook).contains("### " + rule.getAlert() + "\n"));
    }

    private static void isRestricted(PodSpec pod) {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getHostPID()).isNull();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getContainers()).isNotEmpty().allSatisfy(container -> {
            assertThat(container.getSecurityContext().getPrivileged()).isNull();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getSecurityContext().getCapabilities().getAdd())
                    .isEmpty();
            if (SERVICES.contains(container.getName())) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
            }
        });
        assertThat(pod.getVolumes())
                .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
    }

    private static List<PodSpec> pods(Manifests manifests) {
        return Stream.concat(
                        manifests.read(Deployment.class).stream()
                                .map(d -> d.getSpec().getTemplate()),
                        manifests.read(StatefulSet.class).stream()
                                .map(s -> s.getSpec().getTemplate()))
                .map(PodTemplateSpec::getSpec)
                .toList();
    }

    private static List<Container> containers(Manifests manifests) {
        return pods(manifests).stream()
                .flatMap(pod -> pod.getContainers().stream())
                .toList();
    }

    private static List<Container> servicesContainers(Manifests manifests) {
        List<Container> all = containers(manifests);
        assertThat(all).extracting(Container::getName).containsExactlyInAnyOrderElementsOf(SERVICES);
        return all;
    }

    private static Container container(Manifests manifests, String name) {
        return containers(manifests).stream()
                .filter(container -> container.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EnvVar env(Container container, String name) {
        return container.getEnv().stream()
                .filter(env -> env.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of a record of settings, as the environment has them. */
    private static List<String> names(Class<?> settings, String prefix) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> names(component, prefix))
                .toList();
    }

    private static Stream<String> names(RecordComponent component, String prefix) {
        String name = prefix + component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return component.getType().isRecord() ? names(component.getType(), name + "_").stream() : Stream.of(name);
    }

    private static Map<String, Object> yaml(String service) {
        Path file = Path.of("..", service, "src/main/resources", service + ".yml");
        try {
            var tree = new HashMap<String, Object>();
            // The first document: what holds without a profile.
            new Yaml()
                    .<Map<String, Object>>load(Files.readString(file).split("\n---\n")[0])
                    .forEach((key, value) -> put(tree, value, key.split("\\.")));
            return tree;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lies at a path; names with dots count as several. */
    @SuppressWarnings("unchecked")
    private static Object at(Map<String, Object> tree, String... path) {
        Object value = tree;
        int index = 0;
        while (index < path.length) {
            var map = (Map<String, Object>) value;
            int from = index;
            String key = path[index++];
            while (!map.containsKey(key) && index < path.length) {
                key += "." + path[index++];
            }
            if (!map.containsKey(key)) {
                throw new AssertionError("nothing at " + Arrays.toString(path) + " from " + from);
            }
            value = map.get(key);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, Object value, String... path) {
        Map<String, Object> map = tree;
        for (int i = 0; i < path.length - 1; i++) {
            map = (Map<String, Object>) map.computeIfAbsent(path[i], key -> new HashMap<String, Object>());
        }
        map.put(path[path.length - 1], value);
    }
}
