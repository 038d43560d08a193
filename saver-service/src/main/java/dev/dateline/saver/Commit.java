package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.store.Position;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A range of a partition's offsets, and all that is in it.
 *
 * @param from the ledger's position before
 * @param to the one after
 * @param deadLetters to be acknowledged before the ledger moves past what they were
 */
record Commit(
        Position from, Position to, List<PublicationTally> tallies, List<ProducerRecord<byte[], byte[]>> deadLetters) {

    /** The same once its dead letters are acknowledged: they are not sent again when the store has to be asked again. */
    Commit withoutDeadLetters() {
        return new Commit(from, to, tallies, List.of());
    }
}
