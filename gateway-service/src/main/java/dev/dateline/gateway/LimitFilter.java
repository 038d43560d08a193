package dev.dateline.gateway;

import dev.dateline.gateway.limits.Allowance;
import dev.dateline.gateway.limits.Allowances;
import dev.dateline.gateway.limits.Limit;
import dev.dateline.gateway.limits.Verdict;
import dev.dateline.keys.ApiKey;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Holds each key to its limits, before anything of the body is read. */
@Order(KeyFilter.ORDER + 1)
final class LimitFilter implements WebFilter {

    private final Allowances allowances;

    LimitFilter(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ApiKey key = exchange.getAttribute(KeyFilter.KEY);
        return key == null ? chain.filter(exchange) : filter(exchange, chain, allowances.of(key.name()));
    }

    private static Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, Allowance allowance) {
        ServerHttpRequest request = exchange.getRequest();
        long length = request.getHeaders().getContentLength();
        Verdict verdict = allowance.begin(length);
        if (verdict instanceof Verdict.Refused refused) {
            throw Refusal.tooMany(refused);
        }
        if (verdict instanceof Verdict.Granted granted) {
            RateLimitHeaders.set(
                    exchange.getResponse().getHeaders(), Limit.REQUESTS, granted.quota(), granted.remaining());
        }
        ServerWebExchange metered = allowance.isKnown(length)
                ? exchange
                : exchange.mutate()
                        .request(new MeteredRequest(request, allowance))
                        .build();
        return chain.filter(metered).doFinally(signal -> allowance.end());
    }
}
