package dev.dateline.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, after waiting for the broker as long as it takes. */
public final class TopicSetup {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    /** Long enough for a broker under load, short enough that the log soon says what is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

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
        try (Admin admin = Admin.create(adminSettings)) {
            while (true) {
                try {
                    create(admin, topics);
                    return describe(admin, topics);
                } catch (RetriableException e) {
                    log.warn(
                            "waiting for Kafka at {} ({}); start it, or correct spring.kafka.bootstrap-servers",
                            adminSettings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG),
                            e.getMessage());
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        }
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
