package dev.dateline.gateway;

import dev.dateline.gateway.body.Gunzip;
import dev.dateline.gateway.body.MalformedBodyException;
import dev.dateline.topics.TopicSizes;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bodies of requests, unpacked and bounded before they are kept. */
final class PostBody {

    /** A post, alone or on its line, is never more than a record of the topic may be. */
    static final int MAX_BYTES = TopicSizes.MAX_RECORD_BYTES;

    private final BodyBudget budget;

    PostBody(BodyBudget budget) {
        this.budget = budget;
    }

    /** The whole body, empty if there is none. One that is too large is refused before more of it than allowed is kept. */
    Mono<byte[]> whole(ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        if (length > MAX_BYTES) {
            return Mono.error(Refusal.bodyTooLarge(MAX_BYTES));
        }
        boolean plain = isPlain(request);
        long most = plain && length >= 0 ? length : MAX_BYTES;
        budget.take(most);
        return DataBufferUtils.join(stream(request), MAX_BYTES)
                .map(PostBody::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(PostBody::refusal)
                .doFinally(signal -> budget.giveBack(most));
    }

    /** The body as it comes; fails with {@link MalformedBodyException} where it can't be unpacked. */
    static Flux<DataBuffer> stream(ServerHttpRequest request) {
        return isPlain(request) ? request.getBody() : Gunzip.unpack(request.getBody());
    }

    /** What a failure to read a body means to the client; the failure itself if it is not the client's. */
    static Throwable refusal(Throwable failure) {
        if (failure instanceof DataBufferLimitException) {
            return Refusal.bodyTooLarge(MAX_BYTES);
        }
        if (failure instanceof MalformedBodyException malformed) {
            return Refusal.malformed(malformed);
        }
        return failure instanceof ReadTimeoutException ? Refusal.tooSlow() : failure;
    }

    private static boolean isPlain(ServerHttpRequest request) {
        List<String> encodings = request.getHeaders().getValuesAsList(HttpHeaders.CONTENT_ENCODING);
        if (encodings.isEmpty() || encodings.equals(List.of("identity"))) {
            return true;
        }
        if (encodings.size() == 1 && encodings.get(0).matches("(?i)(x-)?gzip")) {
            return false;
        }
        throw Refusal.unsupportedEncoding();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
