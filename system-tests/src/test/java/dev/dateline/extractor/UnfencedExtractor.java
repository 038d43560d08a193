package dev.dateline.extractor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The extractor with one guard switched off: its transactions do not say as which member of the group it read the posts, so
 * that nobody refuses those of one that was taken for dead. What a test of exactness must be able to see.
 *
 * <p>The first of several also takes its time before each transaction, and says so, so that it can be frozen while it has a batch in
 * its hands. That alone would double nothing.
 */
public final class UnfencedExtractor {

    /** What the first one says when it has a batch in its hands. */
    public static final String HAS_BATCH = "has a batch";

    /** What it says when the batch is in Kafka, with the offsets. */
    public static final String HAS_COMMITTED = "has committed";

    /** Time enough to freeze it. */
    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private UnfencedExtractor() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ExtractorService.class, WithoutGeneration.class)
                .properties("spring.config.name=extractor-service", "spring.main.allow-bean-definition-overriding=true")
                .run(arguments);
    }

    /** Not annotated: the real extractor must not find it. */
    static class WithoutGeneration {

        @Bean
        KafkaClients kafkaClients(KafkaProperties kafka, ExtractorSettings settings) {
            return new KafkaClients(kafka, settings) {
                @Override
                KafkaTemplate<byte[], byte[]> transactions(int thread) {
                    var template = super.transactions(thread);
                    boolean isFirst = settings.transactionPrefix().startsWith("extractor-0-");
                    template.getProducerFactory().addPostProcessor(producer -> unfenced(producer, isFirst));
                    return template;
                }
            };
        }

        @SuppressWarnings("unchecked")
        private static Producer<byte[], byte[]> unfenced(Producer<byte[], byte[]> real, boolean isSlow) {
            return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                    Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, args) -> {
                        if (method.getName().equals("sendOffsetsToTransaction")) {
                            String group = ((ConsumerGroupMetadata) args[1]).groupId();
                            real.sendOffsetsToTransaction(
                                    (Map<TopicPartition, OffsetAndMetadata>) args[0], new ConsumerGroupMetadata(group));
                            return null;
                        }
                        if (isSlow && method.getName().equals("beginTransaction")) {
                            System.out.println(HAS_BATCH);
                            LockSupport.parkNanos(SLOWNESS.toNanos());
                        }
                        try {
                            Object answer = method.invoke(real, args);
                            if (isSlow && method.getName().equals("commitTransaction")) {
                                System.out.println(HAS_COMMITTED);
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
