package dev.dateline.extractor;

import dev.dateline.model.Topics;
import dev.dateline.topics.RecordTraces;
import dev.dateline.topics.RecordTraces.Origin;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Carries traces from posts to tallies, where tracing is on. */
interface BatchTraces {

    /** Where it is off: nobody looks at a header. */
    BatchTraces OFF = (posts, work) -> work.run();

    /** Does the work of a batch within a span that its posts' traces meet in, if any of them is sampled. */
    void around(ConsumerRecords<byte[], byte[]> posts, Runnable work);

    /** Where it is on. */
    static BatchTraces of(RecordTraces traces) {
        return (posts, work) -> {
            List<Origin> origins = RecordTraces.origins(posts);
            if (origins.isEmpty()) {
                work.run();
                return;
            }
            Span span = traces.join("extract", Topics.POSTS, posts.count(), origins);
            try (Scope scope = span.makeCurrent()) {
                work.run();
            } catch (RuntimeException e) {
                span.setStatus(StatusCode.ERROR).recordException(e);
                throw e;
            } finally {
                span.end();
            }
        };
    }

    /** Marks the tallies of a traced batch. Dead letters keep the headers of their posts. */
    final class Marker implements ProducerInterceptor<byte[], byte[]> {

        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
            return record.topic().equals(Topics.PROCESSED) ? RecordTraces.mark(record) : record;
        }

        @Override
        public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
