package dev.dateline.extractor;

import dev.dateline.topics.CannotGoOnException;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Where one consumer goes on: at what was committed, when it is given partitions and after any failure, whether the
 * transaction failed, was committed, or nobody knows. Tries for ever, with growing pauses; what no try can mend ends the
 * service.
 */
final class Recovery implements CommonErrorHandler, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private static final ExponentialBackOff PAUSES = new ExponentialBackOff(200, 2);

    static {
        // A broker that is back is noticed soon, and a poll is never further away than max.poll.interval.ms.
        PAUSES.setMaxInterval(5_000);
    }

    private final CommittedState state;
    private final RepeatFilter repeatFilter;
    private final Ending ending;
    private BackOffExecution pauses = PAUSES.start();

    /** Read by whoever asks for the health; null while all goes well. */
    private volatile @Nullable String trouble;

    Recovery(CommittedState state, RepeatFilter repeatFilter, Ending ending) {
        this.state = state;
        this.repeatFilter = repeatFilter;
        this.ending = ending;
    }

    /** What keeps this consumer from its work, in one line; null while all goes well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /**
     * Before this consumer has any partition: who has those of a process that was killed, and that this one follows, waits for
     * its transaction. Returns when Kafka has ended it.
     */
    void takeOver() {
        insist(state::takeOver, "what was left open");
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        restore(consumer, partitions);
        trouble = null;
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        repeatFilter.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        repeatFilter.forget(partitions);
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable listener) {
        // Its trouble lasts until a batch goes well, or it is given other partitions.
        recover(failure, consumer);
    }

    /** Failures outside the listener: of a poll, of a rebalance. */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        recover(failure, consumer);
        trouble = null;
    }

    /** The consumer stands where it has to after a failure: nothing of the batch is to be delivered again from memory. */
    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    /** Never: the container would commit the offsets of the batch that failed. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    /** Called by the container when a batch went well again. */
    @Override
    public void clearThreadState() {
        pauses = PAUSES.start();
        trouble = null;
    }

    private void recover(Exception failure, Consumer<?, ?> consumer) {
        RuntimeException fatal = fatalCause(failure);
        if (fatal != null) {
            ending.end(fatal);
        } else if (!ending.hasBegun()) {
            trouble = rootMessage(failure);
            log.warn("going on from what was committed, after: {}", trouble);
            ending.pause(pauses.nextBackOff());
            restore(consumer, consumer.assignment());
        }
    }

    private void restore(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        insist(() -> state.restore(consumer, partitions), "what was committed of " + partitions);
    }

    private void insist(Runnable question, String subject) {
        BackOffExecution waits = PAUSES.start();
        while (!ending.hasBegun()) {
            try {
                question.run();
                return;
            } catch (CannotGoOnException | AuthenticationException | AuthorizationException e) {
                ending.end(e);
                throw e;
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever it is: who went on without the answer would go on behind a batch that was not committed.
                trouble = rootMessage(e);
                log.warn("waiting for Kafka to say {} ({})", subject, trouble);
                ending.pause(waits.nextBackOff());
            }
        }
    }

    /** What no try can mend, with a message for an operator; null for all else. */
    private static @Nullable RuntimeException fatalCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OffsetOutOfRangeException e) {
                return new CannotGoOnException(
                        "posts of these offsets are gone, though they were not counted yet (see the topic's retention): "
                                + e.offsetOutOfRangePartitions());
            }
            if (cause instanceof CannotGoOnException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException) {
                return (RuntimeException) cause;
            }
        }
        return null;
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
