package dev.dateline.standalone;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Context;
import java.util.function.Consumer;

/**
 * Hands on what services say they wait for. They log it once a try, in lines that begin with "waiting for"; whoever started
 * Dateline wants it once.
 */
final class WaitingLines extends AppenderBase<ILoggingEvent> {

    private final Consumer<String> receiver;
    private String last = "";

    private WaitingLines(Consumer<String> receiver) {
        this.receiver = receiver;
    }

    static WaitingLines to(Consumer<String> receiver, Context context) {
        WaitingLines lines = new WaitingLines(receiver);
        lines.setContext(context);
        lines.start();
        return lines;
    }

    /** The caller holds this appender's lock. */
    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith("dev.dateline.")) {
            return;
        }
        String line = event.getFormattedMessage();
        if (line.startsWith("waiting for") && !line.equals(last)) {
            last = line;
            receiver.accept(line);
        }
    }
}
