package dev.dateline.gateway;

import com.fasterxml.uuid.NoArgGenerator;
import dev.dateline.model.InvalidPostException;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    /** A disk is not emptied in seconds. */
    private static final Duration RETRY_WHEN_SHORT_OF_ROOM = Duration.ofMinutes(1);

    private final ApiKeys keys;
    private final GatewaySettings.Room room;
    private final PostJson json;
    private final NoArgGenerator ids;
    private final PostPublisher publisher;

    PostController(ApiKeys keys, GatewaySettings settings, PostJson json, NoArgGenerator ids, PostPublisher publisher) {
        this.keys = keys;
        this.room = settings.room();
        this.json = json;
        this.ids = ids;
        this.publisher = publisher;
    }

    @PostMapping(
            path = "/post/enqueue",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
    Mono<ResponseEntity<Accepted>> enqueue(ServerHttpRequest request) {
        requireUtf8(request);
        requireKey(request);
        if (room.isShort()) {
            throw Refusal.unavailable("the disk is nearly full", RETRY_WHEN_SHORT_OF_ROOM);
        }
        return PostBody.read(request)
                .map(this::parse)
                .flatMap(post -> publisher.publish(post).thenReturn(post.id()))
                .map(id -> ResponseEntity.status(HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Accepted(id)));
    }

    private static void requireUtf8(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        if (type != null && type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw Refusal.unsupportedCharset();
        }
    }

    private void requireKey(ServerHttpRequest request) {
        String key = request.getHeaders().getFirst(ApiKeys.HEADER);
        if (key == null) {
            throw Refusal.unauthorized("the header " + ApiKeys.HEADER + " is missing: it holds the API key");
        }
        if (!keys.accept(key)) {
            throw Refusal.unauthorized("the header " + ApiKeys.HEADER + " holds no API key that is known here");
        }
    }

    private Post parse(byte[] body) {
        try {
            return json.read(body, () -> ids.generate().toString());
        } catch (InvalidPostException e) {
            throw Refusal.invalid(e);
        }
    }

    /** The answer to a post that is taken. */
    record Accepted(String id) {}
}
