package dev.dateline.standalone;

import org.jspecify.annotations.Nullable;

/** Why nothing was started, in one line for a person. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
