package dev.dateline.gateway;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import dev.dateline.keys.Scope;
import dev.dateline.keys.Secret;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets through who has a key for what they ask. The key is then the exchange's attribute {@link #KEY}. */
@Order(KeyFilter.ORDER)
final class KeyFilter implements WebFilter {

    /** After CORS, whose preflights carry no key. */
    static final int ORDER = 10;

    /** The attribute of the exchange that holds the {@link ApiKey}. */
    static final String KEY = KeyFilter.class.getName() + ".KEY";

    /** The first header that carried a key. Proxies drop names with an underscore, so {@code Authorization} is better. */
    static final String OWN_HEADER = "access_token";

    private static final String BEARER = "Bearer ";

    private static final PathPattern SINGLE = pattern("/post/enqueue");
    private static final PathPattern BULK = pattern("/posts");
    private static final PathPattern HEALTH = pattern("/actuator/health/**");
    private static final PathPattern ACTUATOR = pattern("/actuator/**");

    private final Supplier<ApiKeys> keys;
    private final GatewayMetrics metrics;
    private final @Nullable Integer operatorsPort;

    /** With the port of health and metrics, where they have one of their own: it is not for clients, and needs no key. */
    KeyFilter(Supplier<ApiKeys> keys, GatewayMetrics metrics, @Nullable Integer operatorsPort) {
        this.keys = keys;
        this.metrics = metrics;
        this.operatorsPort = operatorsPort;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Scope needed = needed(exchange.getRequest().getPath().pathWithinApplication());
        if (needed != null && !isAtOperatorsPort(exchange.getRequest())) {
            exchange.getAttributes().put(KEY, requireKey(exchange.getRequest(), needed));
        }
        return chain.filter(exchange);
    }

    private boolean isAtOperatorsPort(ServerHttpRequest request) {
        InetSocketAddress address = request.getLocalAddress();
        return operatorsPort != null && address != null && address.getPort() == operatorsPort;
    }

    private ApiKey requireKey(ServerHttpRequest request, Scope needed) {
        String sent = sent(request.getHeaders());
        if (sent == null) {
            metrics.keyRefused("missing");
            throw Refusal.unauthorized(
                    "the header Authorization: Bearer (or access_token) is missing: it holds the API key");
        }
        ApiKey key = keys.get().find(new Secret(sent)).orElse(null);
        if (key == null) {
            metrics.keyRefused("unknown");
            throw Refusal.unauthorized("the request holds no API key that is known here");
        }
        if (!key.isValid(Instant.now())) {
            metrics.keyRefused("not-valid");
            throw Refusal.unauthorized("the API key \"%s\" is not valid now".formatted(key.name()));
        }
        if (!key.opens(needed)) {
            metrics.keyRefused("scope");
            throw Refusal.forbidden(key, needed);
        }
        return key;
    }

    private static @Nullable String sent(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        // A scheme's case does not matter.
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return headers.getFirst(OWN_HEADER);
    }

    /** What a path needs, or null. Asked of the very patterns that controllers use, so that no spelling gets past it. */
    private static @Nullable Scope needed(PathContainer path) {
        if (SINGLE.matches(path) || BULK.matches(path)) {
            return Scope.SUBMIT;
        }
        return ACTUATOR.matches(path) && !HEALTH.matches(path) ? Scope.ADMIN : null;
    }

    private static PathPattern pattern(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
