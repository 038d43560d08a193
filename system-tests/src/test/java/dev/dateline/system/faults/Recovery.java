package dev.dateline.system.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How long it takes until every partition is worked on again, under a load that brings work to each all the time. */
final class Recovery implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Admin admin;
    private final String group;

    Recovery(Cluster cluster, String group) {
        this.admin = Admin.create(Map.of("bootstrap.servers", cluster.kafka()));
        this.group = group;
    }

    /** Returns when the group has worked on every partition from now on. */
    void awaitWork() {
        awaitProgress(await().atMost(PATIENCE).ignoreExceptions().until(this::offsets, any -> true));
    }

    /** Kills and starts again one of the group's processes, and measures. */
    Duration after(Jvm process) {
        process.kill();
        long begin = System.nanoTime();
        Map<TopicPartition, Long> then = offsets();
        process.start();
        awaitProgress(then);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitProgress(Map<TopicPartition, Long> then) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    Map<TopicPartition, Long> now = offsets();
                    return now.size() == Cluster.PARTITIONS
                            && now.entrySet().stream()
                                    .allMatch(partition ->
                                            partition.getValue() > then.getOrDefault(partition.getKey(), 0L));
                });
    }

    private Map<TopicPartition, Long> offsets() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offsets = new HashMap<TopicPartition, Long>();
            committed.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
            return offsets;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
