package dev.dateline.extractor;

import dev.dateline.model.Topics;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.topics.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka, ExtractorSettings settings) {
        return new KafkaClients(kafka, settings);
    }

    @Bean
    EntityRecognizer entityRecognizer() {
        return EntityRecognizer.load();
    }

    @Bean
    ExtractorMetrics extractorMetrics(MeterRegistry registry) {
        return new ExtractorMetrics(registry);
    }

    @Bean
    PostContainers postContainers(
            ExtractorSettings settings,
            KafkaClients clients,
            EntityRecognizer recognizer,
            ExtractorMetrics metrics,
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
                    Supplier<BatchBuilder> batches = () -> new BatchBuilder(decoder, repeatFilter, recognizer);
                    var listener = new PostListener(
                            batches,
                            settings.batchBytes().toBytes(),
                            new BatchTransaction(clients.transactions(thread)),
                            repeatFilter,
                            metrics,
                            ending::hasBegun);
                    var recovery = new Recovery(new CommittedState(seenPosts, repeatFilter), repeatFilter, ending);
                    return consumer(thread, clients, listener, recovery, context);
                },
                ending);
    }

    private static PostConsumer consumer(
            int thread, KafkaClients clients, PostListener listener, Recovery recovery, ApplicationContext context) {
        var properties = new ContainerProperties(Topics.POSTS);
        properties.setGroupId(Topics.EXTRACTORS);
        // With a listener that never acknowledges: the container commits nothing.
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(recovery);
        var container = new KafkaMessageListenerContainer<>(clients.postConsumers(), properties);
        container.setBeanName("extractor-" + thread);
        container.setCommonErrorHandler(recovery);
        container.setApplicationContext(context);
        container.setApplicationEventPublisher(context);
        return new PostConsumer(container, recovery);
    }
}
