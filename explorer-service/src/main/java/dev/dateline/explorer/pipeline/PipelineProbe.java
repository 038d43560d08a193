package dev.dateline.explorer.pipeline;

import dev.dateline.store.Ledger;
import dev.dateline.store.StoreException;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Looks how far accepted posts have come. Thread-safe; one look at a time. */
public final class PipelineProbe implements AutoCloseable {

    private final Map<String, Object> adminSettings;
    private final Map<String, Object> consumerSettings;
    private final Ledger ledger;
    private @Nullable PipelineSurvey survey;

    /** Does not connect yet: nobody waits for Kafka who does not ask about it. */
    public PipelineProbe(Map<String, Object> adminSettings, Map<String, Object> consumerSettings, Ledger ledger) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.consumerSettings = Map.copyOf(consumerSettings);
        this.ledger = ledger;
    }

    /**
     * Looks now; blocks for as long as Kafka takes to answer, a few seconds at most.
     *
     * @throws KafkaAwayException if Kafka does not answer or has no such topics
     * @throws StoreException if the ledger's store does not answer
     */
    public synchronized PipelineState look() {
        try {
            if (survey == null) {
                survey = connect();
            }
            return survey.state();
        } catch (KafkaException e) {
            throw new KafkaAwayException(
                    "Kafka at %s does not answer: %s"
                            .formatted(adminSettings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), e.getMessage()),
                    e);
        }
    }

    private PipelineSurvey connect() {
        var offsets = new KafkaOffsets(adminSettings);
        try {
            return new PipelineSurvey(offsets, new KafkaReader(consumerSettings), ledger);
        } catch (KafkaException e) {
            offsets.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (survey != null) {
            survey.close();
        }
    }
}
