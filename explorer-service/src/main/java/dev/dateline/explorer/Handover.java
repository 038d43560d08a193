package dev.dateline.explorer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes requests off the event loop. Reactor Netty 1.3.7 stops reading a connection when a request that had to queue there is
 * answered at once, as files that have not changed are (reactor-netty issue 4361): browsers then wait for ever.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Handover implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange)).subscribeOn(Schedulers.parallel());
    }
}
