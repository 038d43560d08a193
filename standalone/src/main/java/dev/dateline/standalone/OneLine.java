package dev.dateline.standalone;

/** What an exception has to say to a person. */
final class OneLine {

    private OneLine() {}

    /** The first cause's message: what frameworks wrap around it says where, not why. */
    static String of(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
