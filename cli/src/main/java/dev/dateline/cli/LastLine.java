package dev.dateline.cli;

/** Says what was done when a command ends, however it ends: also when someone interrupts it. */
final class LastLine implements AutoCloseable {

    private final Runnable print;
    private final Thread hook;

    LastLine(Runnable print) {
        this.print = print;
        this.hook = new Thread(print, "last-line");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook says it.
            return;
        }
        print.run();
    }
}
