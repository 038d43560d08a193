package dev.dateline.extractor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts faults in front of the extractor's real producers: the next transaction that gets so far meets the next fault. Not
 * annotated, or every extractor of these tests would find it.
 */
class ScriptedFaults {

    /** What the next transactions meet, each fault once. */
    static final Queue<Fault> NEXT = new ConcurrentLinkedQueue<>();

    /**
     * Stands before one call of a producer.
     *
     * @param method of the producer that it waits for
     * @param answer is given the real call, which it makes or not
     */
    record Fault(String method, Answer answer) {}

    /** What becomes of a call. */
    interface Answer {
        Object to(Call real) throws Exception;
    }

    /** The producer's own method. */
    interface Call {
        Object make() throws Exception;
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka, ExtractorSettings settings) {
        return new KafkaClients(kafka, settings) {
            @Override
            KafkaTemplate<byte[], byte[]> transactions(int thread) {
                var template = super.transactions(thread);
                // Short, so that a test that waits for it takes seconds.
                template.getProducerFactory().updateConfigs(Map.of("transaction.timeout.ms", 1_000));
                template.getProducerFactory().addPostProcessor(ScriptedFaults::before);
                return template;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> before(Producer<byte[], byte[]> real) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                ScriptedFaults.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, args) -> {
                    Call call = () -> {
                        try {
                            return method.invoke(real, args);
                        } catch (InvocationTargetException e) {
                            throw (Exception) e.getCause();
                        }
                    };
                    Fault fault = NEXT.peek();
                    return fault != null && fault.method().equals(method.getName())
                            ? NEXT.remove().answer().to(call)
                            : call.make();
                });
    }
}
