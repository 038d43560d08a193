package dev.dateline.gateway;

import dev.dateline.topics.TopicSizes;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** A request's body as bytes, never more than a record of the topic may have. */
final class PostBody {

    private static final int MAX_BYTES = TopicSizes.MAX_RECORD_BYTES;

    private PostBody() {}

    /** The whole body, empty if there is none. One that is too large is refused before more of it than allowed is kept. */
    static Mono<byte[]> read(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > MAX_BYTES) {
            return Mono.error(Refusal.bodyTooLarge(MAX_BYTES));
        }
        return DataBufferUtils.join(request.getBody(), MAX_BYTES)
                .map(PostBody::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, e -> Refusal.bodyTooLarge(MAX_BYTES));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
