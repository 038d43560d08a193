package dev.dateline.extractor;

import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker for all tests of this JVM: to start one takes longer than most of them. */
final class TestBroker {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ADDRESS = start();
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", ADDRESS));

    private TestBroker() {}

    private static String start() {
        var broker = new EmbeddedKafkaKraftBroker(1, 4);
        broker.brokerProperties(Map.of(
                // Of each its own topic would have 50: seconds of making files.
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                // So that a transaction that was given up ends when it should, not up to 10 s later.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "200",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    /** The broker's address, once it knows of no topic and no extractor. */
    static String cleared() throws Exception {
        ADMIN.deleteTopics(ADMIN.listTopics().names().get()).all().get();
        await().atMost(PATIENCE).until(() -> ADMIN.listTopics().names().get().isEmpty());
        forgetExtractors();
        return ADDRESS;
    }

    static Admin admin() {
        return ADMIN;
    }

    /** As if they had never committed an offset. */
    static void forgetExtractors() {
        // One that ended in a hurry is a member until it is missed.
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            if (ADMIN.listGroups().all().get().stream()
                    .anyMatch(group -> group.groupId().equals(Topics.EXTRACTORS))) {
                ADMIN.deleteConsumerGroups(List.of(Topics.EXTRACTORS)).all().get();
            }
            return true;
        });
    }
}
