package dev.dateline.gateway;

import dev.dateline.model.InvalidPostException;
import dev.dateline.model.Post;
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

    private Refusal(HttpStatus status, String detail, @Nullable Throwable cause) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
    }

    static Refusal unauthorized(String detail) {
        var refusal = new Refusal(HttpStatus.UNAUTHORIZED, detail, null);
        // The standard wants the scheme named; a header of our own has no registered one.
        refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"" + ApiKeys.HEADER + '"');
        return refusal;
    }

    static Refusal bodyTooLarge(int maxBytes) {
        String detail = String.format(Locale.ROOT, "the body must have at most %,d bytes", maxBytes);
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, detail, null);
    }

    static Refusal unsupportedCharset() {
        return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8, not in another charset", null);
    }

    static Refusal invalid(InvalidPostException invalid) {
        HttpStatus status = switch (invalid.reason()) {
            case NOT_JSON -> HttpStatus.BAD_REQUEST;
            case CONTENT_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case INVALID_FIELDS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var refusal = new Refusal(status, String.valueOf(invalid.getMessage()), invalid);
        if (!invalid.fields().isEmpty()) {
            refusal.getBody().setProperty("errors", invalid.fields());
        }
        return refusal;
    }

    static Refusal unavailable(String detail, Duration retryAfter) {
        var refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, detail, null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return refusal;
    }

    /** Kafka may hold the post or not: it names the id, under which it can be sent again without counting twice. */
    static Refusal notAcknowledged(Post post, Duration retryAfter) {
        Refusal refusal =
                unavailable("Kafka did not acknowledge the post in time; send it again with this id", retryAfter);
        refusal.getBody().setProperty("id", post.id());
        return refusal;
    }
}
