package dev.dateline.gateway;

import dev.dateline.gateway.body.Line;
import dev.dateline.gateway.body.LineSplitter;
import dev.dateline.model.EncodedPost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lines to receipts. Memory is bounded by what is asked of the body: so many groups of lines are under way at once, and each
 * holds at most what one buffer of HTTP brought ({@link HttpConfiguration#BUFFER_SIZE}), or one long line.
 */
final class BulkStream {

    /** What a stream may hold: a line that is not whole yet, and its groups under way. */
    static final long MAX_BYTES = 4L * 1024 * 1024;

    /** Of lines: a buffer full of nonsense must not become a hundred times as many bytes of answers at once. */
    private static final int GROUP_SIZE = 128;

    /** 2.3 MiB of posts at most. Half as many halve the rate of streams that come a line at a time. */
    private static final int GROUPS_UNDER_WAY = 32;

    /** Twice what is under way: Reactor's queue for these has as many places, and was seen to need one more than there are groups. */
    private static final int QUEUE_SIZE = 2 * GROUPS_UNDER_WAY;

    /** Between two looks whether Kafka has room again. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final PostReader reader;
    private final PostPublisher publisher;
    private final GatewayMetrics metrics;
    private final Duration patience;

    /** A stream waits for room as long as a post may wait for Kafka. */
    BulkStream(PostReader reader, PostPublisher publisher, GatewayMetrics metrics, Duration patience) {
        this.reader = reader;
        this.publisher = publisher;
        this.metrics = metrics;
        this.patience = patience;
    }

    /** The receipts of a body's lines in their order, as many at once as were done together. */
    Flux<List<Receipt>> receipts(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var splitter = new LineSplitter(PostBody.MAX_BYTES);
            return body.concatMapIterable(buffer -> groups(splitter.split(buffer)), 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(groups(splitter.end()))))
                    .concatMapDelayError(this::send, 1)
                    .onErrorResume(failure -> broken(splitter.number(), failure))
                    .flatMapSequential(receipts -> Mono.fromFuture(receipts, true), GROUPS_UNDER_WAY, QUEUE_SIZE)
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        });
    }

    private static List<List<Line>> groups(List<Line> lines) {
        if (lines.size() <= GROUP_SIZE) {
            return lines.isEmpty() ? List.of() : List.of(lines);
        }
        var groups = new ArrayList<List<Line>>();
        for (int begin = 0; begin < lines.size(); begin += GROUP_SIZE) {
            groups.add(lines.subList(begin, Math.min(lines.size(), begin + GROUP_SIZE)));
        }
        return groups;
    }

    /** One group after the other, so that of two posts with the same id the first stays the first. */
    private Mono<CompletableFuture<List<Receipt>>> send(List<Line> lines) {
        if (publisher.hasRoomForStreams()) {
            return Mono.just(sendNow(lines));
        }
        return Flux.interval(PAUSE)
                .onBackpressureDrop()
                .takeUntil(tick -> publisher.hasRoomForStreams())
                .take(patience)
                .then(Mono.fromSupplier(() -> sendIfReady(lines)));
    }

    private CompletableFuture<List<Receipt>> sendIfReady(List<Line> lines) {
        try {
            publisher.requireReady();
            return sendNow(lines);
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(
                    lines.stream().map(line -> rejected(line.number(), refusal)).toList());
        }
    }

    private CompletableFuture<List<Receipt>> sendNow(List<Line> lines) {
        var receipts = new Receipts(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            int index = i;
            send(lines.get(i), receipt -> receipts.set(index, receipt));
        }
        return receipts.all();
    }

    private void send(Line line, Consumer<Receipt> receipt) {
        long number = line.number();
        byte[] bytes = line.bytes();
        if (bytes == null) {
            receipt.accept(rejected(number, Refusal.lineTooLong(PostBody.MAX_BYTES)));
            return;
        }
        try {
            EncodedPost post = reader.read(bytes);
            publisher.publish(
                    post,
                    refusal -> receipt.accept(
                            refusal == null ? new Receipt.Accepted(number, post.id()) : rejected(number, refusal)));
        } catch (Refusal refusal) {
            receipt.accept(rejected(number, refusal));
        }
    }

    private Receipt rejected(long line, Refusal refusal) {
        metrics.rejected(refusal.reason());
        return new Receipt.Rejected(line, refusal);
    }

    /** What comes after can't be read: one more receipt says why, after those of the lines before. */
    private Mono<CompletableFuture<List<Receipt>>> broken(long line, Throwable failure) {
        return PostBody.refusal(failure) instanceof Refusal refusal
                ? Mono.just(CompletableFuture.completedFuture(List.of(rejected(line, refusal))))
                : Mono.error(failure);
    }
}
