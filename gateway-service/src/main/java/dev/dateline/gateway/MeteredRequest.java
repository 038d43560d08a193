package dev.dateline.gateway;

import dev.dateline.gateway.limits.Allowance;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request of unknown length, read no faster than its key's bytes a second: TCP holds the client back. */
final class MeteredRequest extends ServerHttpRequestDecorator {

    private final Allowance allowance;

    MeteredRequest(ServerHttpRequest request, Allowance allowance) {
        super(request);
        this.allowance = allowance;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().concatMap(this::metered, 1);
    }

    /** The buffer goes on at once, so that nobody has to release it here; the next one waits. */
    private Flux<DataBuffer> metered(DataBuffer buffer) {
        Duration wait = allowance.take(buffer.readableByteCount());
        Flux<DataBuffer> taken = Flux.just(buffer);
        return wait.isZero() ? taken : taken.concatWith(Mono.delay(wait).then(Mono.empty()));
    }
}
