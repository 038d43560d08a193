package dev.dateline.standalone;

import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;

/**
 * Holds a context back, once its parts are made and before any of them works, until the broker runs. So models are loaded
 * and classes too while the broker starts.
 */
final class StartGate implements SmartLifecycle {

    private final CompletableFuture<?> broker;

    StartGate(CompletableFuture<?> broker) {
        this.broker = broker;
    }

    @Override
    public void start() {
        broker.join();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return broker.isDone();
    }

    /** Before everything else. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
