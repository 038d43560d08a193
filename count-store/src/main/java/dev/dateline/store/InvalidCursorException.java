package dev.dateline.store;

/** A cursor that no page of this query ended with. */
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String MESSAGE = "the cursor is none that a page of this list ended with";

    InvalidCursorException() {
        super(MESSAGE);
    }

    InvalidCursorException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
