package dev.dateline.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /posts}: a stream of posts in, a stream of receipts out, in order and each as its post is durable. */
@RestController
final class BulkController {

    private final BulkStream stream;
    private final ReceiptWriter writer;
    private final PostPublisher publisher;
    private final BodyBudget budget;

    BulkController(BulkStream stream, ReceiptWriter writer, PostPublisher publisher, BodyBudget budget) {
        this.stream = stream;
        this.writer = writer;
        this.publisher = publisher;
        this.budget = budget;
    }

    @PostMapping(path = "/posts", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> posts(ServerHttpRequest request, ServerHttpResponse response) {
        PostController.requireUtf8(request);
        publisher.requireReady();
        var body = PostBody.stream(request);
        budget.take(BulkStream.MAX_BYTES);
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(
                        stream.receipts(body).map(receipts -> Mono.fromSupplier(() -> writer.write(receipts))))
                .doFinally(signal -> budget.giveBack(BulkStream.MAX_BYTES));
    }
}
