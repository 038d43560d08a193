package dev.dateline.explorer;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import dev.dateline.keys.Scope;
import dev.dateline.keys.Secret;
import dev.dateline.keys.WatchedKeys;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets through who has a key that may read. Only the API needs one: the page itself says nothing, and asks for it. Clients on
 * this machine need one too, as behind a proxy everybody seems to be on this machine.
 */
@Component
final class KeyFilter implements WebFilter, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeyFilter.class);

    private static final String BEARER = "Bearer ";

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private final @Nullable WatchedKeys keys;
    private final JsonMapper json;

    KeyFilter(ExplorerSettings settings, ServerProperties server, JsonMapper json) {
        this.keys = settings.needsKeys()
                ? new WatchedKeys("dateline.explorer", new ApiKeys(settings.keys()), settings.keyFile())
                : null;
        this.json = json;
        InetAddress address = server.getAddress();
        if (keys == null && (address == null || !address.isLoopbackAddress())) {
            log.warn("whoever reaches this explorer may read all counts: dateline.explorer.key-file names no keys");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (keys == null || !API.matches(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        ApiKey key = key(keys, exchange.getRequest().getHeaders());
        if (key == null) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"dateline\"");
            String detail = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                    ? "the request holds no API key that is known here and valid now"
                    : "reading needs an API key, in the header Authorization: Bearer";
            return refuse(exchange.getResponse(), HttpStatus.UNAUTHORIZED, detail);
        }
        return key.opens(Scope.READ)
                ? chain.filter(exchange)
                : refuse(
                        exchange.getResponse(),
                        HttpStatus.FORBIDDEN,
                        "the key \"%s\" may not %s".formatted(key.name(), Scope.READ));
    }

    @Override
    public void close() {
        if (keys != null) {
            keys.close();
        }
    }

    private static @Nullable ApiKey key(WatchedKeys keys, HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        // A scheme's case does not matter.
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var secret = new Secret(authorization.substring(BEARER.length()).strip());
        return keys.get().find(secret).filter(key -> key.isValid(Instant.now())).orElse(null);
    }

    private Mono<Void> refuse(ServerHttpResponse response, HttpStatus status, String detail) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
