package dev.dateline.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes what may be answered at once off the event loop: Reactor Netty 1.3.7 stops reading a connection when a request that had
 * to queue there is answered within it (reactor-netty issue 4361). Posts wait for Kafka and need none of this.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Handover implements WebFilter {

    static final Scheduler TO = Schedulers.parallel();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? Mono.defer(() -> chain.filter(exchange)).subscribeOn(TO)
                : chain.filter(exchange);
    }
}
