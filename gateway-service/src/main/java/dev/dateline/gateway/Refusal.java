package dev.dateline.gateway;

import dev.dateline.gateway.body.MalformedBodyException;
import dev.dateline.gateway.limits.Limit;
import dev.dateline.gateway.limits.Verdict;
import dev.dateline.keys.ApiKey;
import dev.dateline.keys.Scope;
import dev.dateline.model.InvalidPostException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a post was not taken, as an answer to the client (RFC 9457). */
final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /** A broker that restarts takes some seconds. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** A disk is not emptied in seconds. */
    private static final Duration RETRY_WHEN_SHORT_OF_ROOM = Duration.ofMinutes(1);

    private final Reason reason;

    /** What metrics tell apart. */
    enum Reason {
        KEY,
        SCOPE,
        LIMIT,
        BODY,
        JSON,
        CONTENT_SIZE,
        FIELDS,
        TOO_SLOW,
        OVERLOAD,
        NOT_READY,
        NO_ROOM,
        NOT_ACKNOWLEDGED
    }

    private Refusal(HttpStatus status, Reason reason, String detail, @Nullable Throwable cause) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** It is an answer, not a failure: under overload, collecting stacks would cost more than the answers themselves. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    static Refusal unauthorized(String detail) {
        var refusal = new Refusal(HttpStatus.UNAUTHORIZED, Reason.KEY, detail, null);
        refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"dateline\"");
        return refusal;
    }

    static Refusal forbidden(ApiKey key, Scope scope) {
        String detail = "the key \"%s\" may not %s".formatted(key.name(), scope);
        return new Refusal(HttpStatus.FORBIDDEN, Reason.SCOPE, detail, null);
    }

    static Refusal tooMany(Verdict.Refused verdict) {
        Limit limit = verdict.limit();
        String detail = String.format(Locale.ROOT, "this key may use %,d %s", verdict.quota(), limit.words());
        var refusal = new Refusal(HttpStatus.TOO_MANY_REQUESTS, Reason.LIMIT, detail, null);
        refusal.setRetryAfter(verdict.retryAfter());
        RateLimitHeaders.set(refusal.getHeaders(), limit, verdict.quota(), 0);
        return refusal;
    }

    static Refusal bodyTooLarge(int maxBytes) {
        String detail = String.format(Locale.ROOT, "the body must have at most %,d bytes", maxBytes);
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, Reason.BODY, detail, null);
    }

    static Refusal lineTooLong(int maxBytes) {
        String detail = String.format(Locale.ROOT, "a line must have at most %,d bytes", maxBytes);
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, Reason.BODY, detail, null);
    }

    static Refusal malformed(MalformedBodyException malformed) {
        return new Refusal(HttpStatus.BAD_REQUEST, Reason.BODY, String.valueOf(malformed.getMessage()), malformed);
    }

    static Refusal tooSlow() {
        String detail = "the rest of the request did not come in time";
        var refusal = new Refusal(HttpStatus.REQUEST_TIMEOUT, Reason.TOO_SLOW, detail, null);
        // What may still come is not read any more.
        refusal.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return refusal;
    }

    static Refusal unsupportedCharset() {
        String detail = "JSON is sent in UTF-8, not in another charset";
        return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Reason.BODY, detail, null);
    }

    static Refusal unsupportedEncoding() {
        String detail = "of content encodings only gzip is known here";
        var refusal = new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Reason.BODY, detail, null);
        refusal.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
        return refusal;
    }

    static Refusal differentIds() {
        String detail = "the header Idempotency-Key and the post's id differ: one of them is enough";
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, Reason.FIELDS, detail, null);
    }

    static Refusal invalid(InvalidPostException invalid) {
        HttpStatus status = switch (invalid.reason()) {
            case NOT_JSON -> HttpStatus.BAD_REQUEST;
            case CONTENT_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case INVALID_FIELDS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        Reason reason = switch (invalid.reason()) {
            case NOT_JSON -> Reason.JSON;
            case CONTENT_TOO_LARGE -> Reason.CONTENT_SIZE;
            case INVALID_FIELDS -> Reason.FIELDS;
        };
        var refusal = new Refusal(status, reason, String.valueOf(invalid.getMessage()), invalid);
        if (!invalid.fields().isEmpty()) {
            refusal.getBody().setProperty("errors", invalid.fields());
        }
        return refusal;
    }

    static Refusal noRoom() {
        return unavailable(Reason.NO_ROOM, "the disk is nearly full", RETRY_WHEN_SHORT_OF_ROOM);
    }

    static Refusal notReady() {
        return unavailable(Reason.NOT_READY, "the gateway is not ready: it waits for Kafka, or ends", RETRY);
    }

    static Refusal overloaded(String detail) {
        return unavailable(Reason.OVERLOAD, detail, RETRY);
    }

    /** Kafka may hold the post or not: it names the id, under which it can be sent again without counting twice. */
    static Refusal notAcknowledged(String id) {
        String detail = "Kafka did not acknowledge the post in time; send it again with this id";
        Refusal refusal = unavailable(Reason.NOT_ACKNOWLEDGED, detail, RETRY);
        refusal.getBody().setProperty("id", id);
        return refusal;
    }

    private static Refusal unavailable(Reason reason, String detail, Duration retryAfter) {
        var refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, reason, detail, null);
        refusal.setRetryAfter(retryAfter);
        return refusal;
    }

    /** In whole seconds, rounded up: the header knows no less. */
    private void setRetryAfter(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
