package dev.dateline.explorer;

/** An export failed after its first rows had left: its connection is closed, so that nobody takes it for a whole one. */
final class ExportCutShortException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportCutShortException(Throwable cause) {
        super("the export was cut short: " + cause.getMessage());
        // Not as the cause: Spring would answer that one with a problem, after half a file.
        addSuppressed(cause);
    }
}
