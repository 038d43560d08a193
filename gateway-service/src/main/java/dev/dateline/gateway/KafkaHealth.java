package dev.dateline.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a broker answers. Told to people and monitors, and left out of the readiness probe: a gateway without Kafka still
 * answers 503 by itself, which tells a client more than a refused connection.
 */
final class KafkaHealth implements HealthIndicator, AutoCloseable {

    /** Shorter than a monitor's own patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> adminSettings;
    private @Nullable Admin admin;

    KafkaHealth(Map<String, Object> adminSettings) {
        this.adminSettings = adminSettings;
    }

    @Override
    public Health health() {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            int brokers = admin().describeCluster(options).nodes().get().size();
            return Health.up().withDetail("brokers", brokers).build();
        } catch (ExecutionException | KafkaException e) {
            return Health.down(e).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    /** Made when first needed: it can't be while the broker's name is unknown to DNS. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(adminSettings);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
