package dev.dateline.extractor;

import dev.dateline.model.Topics;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.topics.RecordTraces;
import dev.dateline.topics.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** How the parts of the extractor are put together; nothing else knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExtractorSettings.class)
class ExtractorConfiguration {

    @Bean
    Ending ending(ApplicationEventPublisher events) {
        return new Ending(events);
    }

    /** Held as long as the process lives: no other takes its transactional ids meanwhile. */
    @Bean
    @ConditionalOnProperty("dateline.extractor.slots")
    InstanceSlot instanceSlot(ExtractorSettings settings) {
        return InstanceSlot.in(Objects.requireNonNull(settings.slots()));
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka, ExtractorSettings settings, ObjectProvider<InstanceSlot> slot) {
        InstanceSlot own = slot.getIfAvailable();
        return new KafkaClients(kafka, own == null ? settings : settings.inSlot(own.number()));
    }

    @Bean
    EntityRecognizer entityRecognizer() {
        return EntityRecognizer.load();
    }

    @Bean
    ExtractorMetrics extractorMetrics(MeterRegistry registry, EntityRecognizer recognizer) {
        return new ExtractorMetrics(registry, recognizer);
    }

    /** Spring Boot has a tracer only where the profile {@code tracing} is on. */
    @Bean
    BatchTraces batchTraces(ObjectProvider<Tracer> tracer, ObjectProvider<OpenTelemetry> telemetry) {
        return tracer.getIfAvailable() == null
                ? BatchTraces.OFF
                : BatchTraces.of(new RecordTraces(telemetry.getObject()));
    }

    @Bean
    PostContainers postContainers(
            ExtractorSettings settings,
            KafkaClients clients,
            EntityRecognizer recognizer,
            ExtractorMetrics metrics,
            BatchTraces traces,
            MeterRegistry registry,
            Ending ending,
            ApplicationContext context) {
        var topics = new TopicCheck(new TopicSetup(clients.adminSettings()), settings.topics());
        var decoder = new PostDecoder((int) settings.maxContent().toBytes());
        var seenPosts = new SeenPosts(clients.seenConsumers(), clients.adminSettings(), settings.seenWindow());
        return new PostContainers(
                topics,
                settings.threads(),
                thread -> {
                    var repeatFilter = new RepeatFilter();
                    var transaction = new BatchTransaction(transactions(thread, clients, traces));
                    Supplier<BatchBuilder> batches = () -> new BatchBuilder(decoder, repeatFilter, recognizer);
                    var listener = new PostListener(
                            batches,
                            settings.batchBytes().toBytes(),
                            transaction,
                            repeatFilter,
                            metrics,
                            ending::hasBegun);
                    var recovery = new Recovery(
                            new CommittedState(transaction, seenPosts, repeatFilter), repeatFilter, ending);
                    ConsumerFactory<byte[], byte[]> consumers = clients.postConsumers();
                    consumers.addListener(new MicrometerConsumerListener<>(registry));
                    return consumer(
                            thread, consumers, new ObservedListener(listener, metrics, traces), recovery, context);
                },
                ending);
    }

    private static KafkaTemplate<byte[], byte[]> transactions(int thread, KafkaClients clients, BatchTraces traces) {
        KafkaTemplate<byte[], byte[]> template = clients.transactions(thread);
        if (traces != BatchTraces.OFF) {
            template.setProducerInterceptor(new BatchTraces.Marker());
        }
        return template;
    }

    private static PostConsumer consumer(
            int thread,
            ConsumerFactory<byte[], byte[]> consumers,
            ObservedListener listener,
            Recovery recovery,
            ApplicationContext context) {
        var properties = new ContainerProperties(Topics.POSTS);
        properties.setGroupId(Topics.EXTRACTORS);
        // With a listener that never acknowledges: the container commits nothing.
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(recovery);
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("extractor-" + thread);
        container.setCommonErrorHandler(recovery);
        container.setApplicationContext(context);
        container.setApplicationEventPublisher(context);
        return new PostConsumer(container, recovery);
    }
}
