package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoreOpenerTest {

    @Test
    void aStoreThatIsAwayIsWaitedFor() throws InterruptedException {
        var store = new MemoryStore();
        var tries = new AtomicInteger();
        var opener = new StoreOpener(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new StoreException("the store is away", new IllegalStateException());
            }
            return store;
        });

        assertThat(opener.open()).isSameAs(store);
        assertThat(tries).hasValue(2);
    }
}
