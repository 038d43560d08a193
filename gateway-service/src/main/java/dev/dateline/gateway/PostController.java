package dev.dateline.gateway;

import dev.dateline.model.EncodedPost;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /post/enqueue}: a post in, its id out once Kafka holds it. */
@RestController
final class PostController {

    /** As draft-ietf-httpapi-idempotency-key-header has it. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final PostBody body;
    private final PostReader reader;
    private final PostPublisher publisher;

    PostController(PostBody body, PostReader reader, PostPublisher publisher) {
        this.body = body;
        this.reader = reader;
        this.publisher = publisher;
    }

    @PostMapping(
            path = "/post/enqueue",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
    Mono<ResponseEntity<Accepted>> enqueue(ServerHttpRequest request) {
        requireUtf8(request);
        publisher.requireReady();
        String id = idempotencyKey(request);
        return body.whole(request)
                .map(bytes -> reader.read(bytes, id))
                .flatMap(this::publish)
                .map(accepted -> ResponseEntity.status(HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Accepted(accepted)));
    }

    private Mono<String> publish(EncodedPost post) {
        return Mono.create(sink -> publisher.publish(post, refusal -> {
            if (refusal == null) {
                sink.success(post.id());
            } else {
                sink.error(refusal);
            }
        }));
    }

    static void requireUtf8(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        if (type != null && type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw Refusal.unsupportedCharset();
        }
    }

    /** The draft wants it in quotes, and most clients send it without. */
    private static @Nullable String idempotencyKey(ServerHttpRequest request) {
        String key = request.getHeaders().getFirst(IDEMPOTENCY_KEY);
        if (key == null || key.length() < 2 || !key.startsWith("\"") || !key.endsWith("\"")) {
            return key;
        }
        return key.substring(1, key.length() - 1);
    }

    /** The answer to a post that is taken. */
    record Accepted(String id) {}
}
