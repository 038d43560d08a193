package dev.dateline.standalone;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Everything that Dateline's parts and libraries log goes to one file of bounded size, nothing to the terminal. */
final class Logs {

    private Logs() {}

    /** Where all of it goes. */
    static Path file(Path folder) {
        return folder.resolve("dateline.log");
    }

    /**
     * Sends all logging of this process, {@code java.util.logging} included, to {@code dateline.log} in the folder.
     *
     * @param waiting gets the lines besides that say what a service waits for
     */
    static void to(Path folder, Consumer<String> waiting) throws IOException {
        Files.createDirectories(folder);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("folder", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(Logs.class.getResource("logging.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(WaitingLines.to(waiting, context));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
