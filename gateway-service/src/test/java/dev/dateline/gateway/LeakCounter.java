package dev.dateline.gateway;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What Netty's leak detection says, looking at every buffer. */
final class LeakCounter implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();

    /** What other tests left behind is found out before, and not counted. */
    LeakCounter() {
        collect();
        said.start();
        log.addAppender(said);
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    /** All leaks so far. */
    List<String> leaks() {
        collect();
        return List.copyOf(said.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** The detector looks for what nobody holds any more at each allocation. */
    private static void collect() {
        for (int i = 0; i < 3; i++) {
            var canary = new WeakReference<>(new Object());
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                System.gc();
                return canary.refersTo(null);
            });
            ByteBufAllocator.DEFAULT.buffer().release();
        }
    }

    @Override
    public void close() {
        ResourceLeakDetector.setLevel(before);
        log.detachAppender(said);
    }
}
