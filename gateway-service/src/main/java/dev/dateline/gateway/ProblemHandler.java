package dev.dateline.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Turns every failure, the framework's too, into a problem as RFC 9457 has it. */
final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** Before Spring Boot's own, which is at -1. */
    private static final int ORDER = -2;

    private static final long SMALL_BODY = 64 * 1024;

    private final JsonMapper json;
    private final GatewayMetrics metrics;

    ProblemHandler(JsonMapper json, GatewayMetrics metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (DisconnectedClientHelper.isClientDisconnectedException(failure) || isAnswered(response, failure)) {
            // Nobody is there any more, or HTTP's decoder has said what was wrong: no news for the log either.
            return Mono.empty();
        }
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ErrorResponse answer = answer(failure);
        ProblemDetail problem = answer.getBody();
        if (failure instanceof Refusal refusal) {
            metrics.rejected(refusal.reason());
        } else {
            explain(exchange, problem);
        }
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return answer(exchange.getRequest(), write(response, problem));
    }

    /**
     * Answers once a small body was read, and then not at once ({@link Handover}), where the connection may go on. Of a large
     * body, or one of unknown length, the answer is worth more than the connection.
     */
    private static Mono<Void> answer(ServerHttpRequest request, Mono<Void> answer) {
        HttpHeaders headers = request.getHeaders();
        boolean isLast = "close".equalsIgnoreCase(headers.getFirst(HttpHeaders.CONNECTION));
        boolean isChunked = headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        if (isLast || isChunked || headers.getContentLength() > SMALL_BODY) {
            return answer;
        }
        return request.getBody()
                .doOnNext(DataBufferUtils::release)
                .then()
                // Somebody has read it, or it breaks off: nothing is left either way.
                .onErrorComplete()
                .then(answer.subscribeOn(Handover.TO));
    }

    private Mono<Void> write(ServerHttpResponse response, ProblemDetail problem) {
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    /** Says more than the framework does, where that says little or nothing. */
    private static void explain(ServerWebExchange exchange, ProblemDetail problem) {
        switch (HttpStatus.valueOf(problem.getStatus())) {
            case NOT_FOUND ->
                problem.setDetail("nothing is here; posts go to POST /post/enqueue or POST /posts, and /docs explains");
            case UNSUPPORTED_MEDIA_TYPE ->
                problem.setDetail("the Content-Type must be "
                        + (isStream(exchange) ? "application/x-ndjson" : "application/json"));
            default -> {}
        }
    }

    /** HTTP's decoder answers a broken body by itself, at a time when a controller may be about to. */
    private static boolean isAnswered(ServerHttpResponse response, Throwable failure) {
        return "Status and headers already sent".equals(failure.getMessage())
                && ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse netty
                && netty.hasSentHeaders();
    }

    private static boolean isStream(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/posts");
    }

    private static ErrorResponse answer(Throwable failure) {
        if (failure instanceof ErrorResponse answer) {
            return answer;
        }
        log.error("a request failed for a reason of our own", failure);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "the gateway failed; its log says why");
        return new ErrorResponseException(HttpStatus.INTERNAL_SERVER_ERROR, problem, failure);
    }
}
