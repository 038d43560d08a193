package dev.dateline.standalone;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hands on what services say they wait for. They log it once a try, in lines that begin with "waiting for"; whoever started
 * Dateline wants it once.
 */
final class WaitingLines extends AppenderBase<ILoggingEvent> {

    private final Consumer<String> receiver;
    private final Map<String, String> lastOfLogger = new HashMap<>();

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
        String logger = event.getLoggerName();
        String line = event.getFormattedMessage();
        if (logger.startsWith("dev.dateline.")
                && line.startsWith("waiting for")
                && !line.equals(lastOfLogger.put(logger, line))) {
            receiver.accept(line);
        }
    }
}
