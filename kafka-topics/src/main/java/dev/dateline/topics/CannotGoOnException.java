package dev.dateline.topics;

/** What only an operator can put right, in one line that says how. A service stops rather than guess. */
public class CannotGoOnException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotGoOnException(String message) {
        super(message);
    }

    public CannotGoOnException(String message, Throwable cause) {
        super(message, cause);
    }
}
