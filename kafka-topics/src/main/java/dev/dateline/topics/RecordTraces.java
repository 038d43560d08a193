package dev.dateline.topics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The traces that records belong to, in their header {@code traceparent} (W3C Trace Context). A batch joins many: its span
 * goes on in the first one's trace and is linked to the others, and each of those gets a span that is linked to the batch's.
 * Thread-safe.
 */
public final class RecordTraces {

    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    private static final AttributeKey<Long> RECORDS = AttributeKey.longKey("messaging.batch.message_count");

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    /** Spans go where {@code telemetry} exports them to. */
    public RecordTraces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.dateline");
    }

    /**
     * A sampled trace that a record belongs to.
     *
     * @param key of the record: a post's id, or a publication's key
     */
    public record Origin(SpanContext span, String key) {}

    /** The trace of a record, null if it has none that is sampled. */
    public static @Nullable Origin origin(ConsumerRecord<byte[], byte[]> record) {
        SpanContext span = Span.fromContext(W3C.extract(Context.root(), record.headers(), HeaderGetter.INSTANCE))
                .getSpanContext();
        if (!span.isSampled()) {
            return null;
        }
        return new Origin(span, record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
    }

    /** The traces of records that are sampled. */
    public static List<Origin> origins(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var origins = new ArrayList<Origin>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Origin origin = origin(record);
            if (origin != null) {
                origins.add(origin);
            }
        }
        return origins;
    }

    /**
     * Begins the span of a batch; the caller ends it.
     *
     * @param name of what is done with the batch
     * @param topic that it was read from
     * @param records in the batch, whether traced or not
     * @param origins of those that are; at least one
     */
    public Span join(String name, String topic, long records, List<Origin> origins) {
        SpanBuilder joint = span(name, topic, origins.get(0)).setAttribute(RECORDS, records);
        List<Origin> others = origins.subList(1, origins.size());
        others.forEach(other -> joint.addLink(other.span(), Attributes.of(KEY, other.key())));
        Span span = joint.startSpan();
        others.forEach(other -> span(name, topic, other)
                .addLink(span.getSpanContext())
                .startSpan()
                .end());
        return span;
    }

    /** Marks a record as written within this thread's span, if that is sampled. */
    public static <K, V> ProducerRecord<K, V> mark(ProducerRecord<K, V> record) {
        if (Span.current().getSpanContext().isSampled()) {
            W3C.inject(
                    Context.current(),
                    record.headers(),
                    (headers, name, value) -> Objects.requireNonNull(headers)
                            .remove(name)
                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
        }
        return record;
    }

    private SpanBuilder span(String name, String topic, Origin origin) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(origin.span())))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(TOPIC, topic)
                .setAttribute(KEY, origin.key());
    }

    private enum HeaderGetter implements TextMapGetter<Headers> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Headers headers) {
            var names = new ArrayList<String>();
            headers.forEach(header -> names.add(header.key()));
            return names;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
