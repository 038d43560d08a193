package dev.dateline.cli.console;

import org.jspecify.annotations.Nullable;

/** Why a command ends without doing its work: one line for a person, and the exit code for a program. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The work failed: exit code 1. */
    public static Failure failed(String message) {
        return new Failure(1, message, null);
    }

    /** The work failed, and this is why: exit code 1. */
    public static Failure failed(String message, Throwable cause) {
        return new Failure(1, message, cause);
    }

    /** What was asked for makes no sense: exit code 2. */
    public static Failure usage(String message) {
        return new Failure(2, message, null);
    }

    /** Someone asked the command to stop. */
    public static Failure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failed("interrupted", cause);
    }

    /** 1 or 2. */
    public int exitCode() {
        return exitCode;
    }
}
