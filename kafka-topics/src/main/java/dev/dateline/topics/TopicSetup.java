package dev.dateline.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, after waiting for the broker as long as it takes. */
public final class TopicSetup {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    /** Long enough for a broker under load, short enough that the log soon says what is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Word of a new topic takes milliseconds to get around. */
    private static final Duration NEWS_PAUSE = Duration.ofMillis(50);

    private final Map<String, Object> adminSettings;

    /** Uses the admin client's settings as they are, but for a shorter wait. */
    public TopicSetup(Map<String, Object> adminSettings) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.adminSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /**
     * Makes the topics that are missing and describes them all. Waits while no broker answers, one line in the log a try.
     *
     * @throws KafkaException if the broker answers, and refuses
     * @throws InterruptedException if the wait is
     */
    public Map<String, TopicDescription> ensure(Collection<NewTopic> topics) throws InterruptedException {
        try (Admin admin = connect()) {
            while (true) {
                try {
                    create(admin, topics);
                    return describe(admin, topics);
                } catch (UnknownTopicOrPartitionException e) {
                    // Made a moment ago, and the broker that answered has not heard of it yet.
                    Thread.sleep(NEWS_PAUSE.toMillis());
                } catch (KafkaException e) {
                    if (!isPassing(e)) {
                        throw e;
                    }
                    pause(e);
                }
            }
        }
    }

    private Admin connect() throws InterruptedException {
        while (true) {
            try {
                return Admin.create(adminSettings);
            } catch (KafkaException e) {
                if (!isUnknownHost(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Among containers a name is known only once the broker runs; Kafka's client takes that for a wrong setting. */
    private static boolean isUnknownHost(KafkaException e) {
        return e.getCause() instanceof ConfigException cause
                && String.valueOf(cause.getMessage()).startsWith("No resolvable bootstrap urls");
    }

    /** A broker that is up but has not been heard of for a moment is fenced; Kafka takes that for a wrong setting too. */
    static boolean isPassing(KafkaException e) {
        return e instanceof RetriableException
                || (e instanceof InvalidReplicationFactorException
                        && String.valueOf(e.getMessage()).contains("brokers are currently fenced"));
    }

    private void pause(KafkaException reason) throws InterruptedException {
        log.warn(
                "waiting for Kafka at {} ({}); start it, or correct spring.kafka.bootstrap-servers",
                adminSettings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG),
                Objects.requireNonNullElse(reason.getCause(), reason).getMessage());
        Thread.sleep(PAUSE.toMillis());
    }

    private static void create(Admin admin, Collection<NewTopic> topics) throws InterruptedException {
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw kafkaCause(e);
                }
            }
        }
    }

    private static Map<String, TopicDescription> describe(Admin admin, Collection<NewTopic> topics)
            throws InterruptedException {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        try {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (ExecutionException e) {
            throw kafkaCause(e);
        }
    }

    private static KafkaException kafkaCause(ExecutionException e) {
        return e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
}
