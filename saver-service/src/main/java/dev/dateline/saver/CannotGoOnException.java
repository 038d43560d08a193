package dev.dateline.saver;

/** What only an operator can put right, in one line that says how. The saver stops rather than guess. */
final class CannotGoOnException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotGoOnException(String message) {
        super(message);
    }

    CannotGoOnException(String message, Throwable cause) {
        super(message, cause);
    }
}
