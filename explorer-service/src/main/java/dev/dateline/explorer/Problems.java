package dev.dateline.explorer;

import dev.dateline.explorer.pipeline.KafkaAwayException;
import dev.dateline.store.InvalidCursorException;
import dev.dateline.store.StoreException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Failures as problem details (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail unknown(UnknownPublicationException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail badCursor(InvalidCursorException e) {
        return problem(HttpStatus.BAD_REQUEST, "cursor must be the \"next\" of the page before: " + e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail storeAway(StoreException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "the store does not answer: " + e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail kafkaAway(KafkaAwayException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    @ExceptionHandler({RejectedExecutionException.class, TimeoutException.class})
    ProblemDetail busy() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "too many exports at once, or the store is too slow: try later");
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        MethodParameter parameter = e.getMethodParameter();
        Object body = parameter == null ? null : problem(status, ParameterRule.of(parameter));
        return handleExceptionInternal(e, body, headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleMissingRequestValueException(
            MissingRequestValueException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return handleServerWebInputException(e, headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        String rules = e.getParameterValidationResults().stream()
                .map(ParameterValidationResult::getMethodParameter)
                .map(ParameterRule::of)
                .collect(Collectors.joining("; "));
        return handleExceptionInternal(e, problem(status, rules), headers, status, exchange);
    }

    private static ProblemDetail problem(HttpStatusCode status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
