package dev.dateline.gateway.body;

import org.jspecify.annotations.Nullable;

/** A body that can't be unpacked, and why, in a sentence for the client. */
public final class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
