package dev.dateline.system.faults;

import dev.dateline.system.faults.StoreProxy.Mode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A project of its own in Google's Firestore emulator, behind a network with faults. */
final class FirestoreStore implements TestedStore {

    /** A saver commits more often than that, so that each break meets a commit. */
    private static final Duration BREAK = Duration.ofMillis(1_500);

    private final String project = "faults-" + UUID.randomUUID();
    private final String emulator;
    private final StoreProxy proxy;

    /** In the emulator at an address of the form {@code host:port}. */
    FirestoreStore(String emulator) throws IOException {
        this.emulator = emulator;
        URI address = URI.create("http://" + emulator);
        proxy = new StoreProxy(address.getHost(), address.getPort());
    }

    @Override
    public List<String> ofSaver() {
        return List.of(
                "--dateline.saver.store.type=firestore",
                "--dateline.saver.store.project=" + project,
                "--dateline.saver.store.emulator=" + proxy.address(),
                "--dateline.saver.linger=500ms");
    }

    @Override
    public List<String> settingsOfExplorer() {
        return List.of(
                "--dateline.explorer.store.type=firestore",
                "--dateline.explorer.store.project=" + project,
                "--dateline.explorer.store.emulator=" + emulator);
    }

    @Override
    public synchronized void isAway(Runnable wait) {
        during(Mode.AWAY, wait);
    }

    @Override
    public synchronized void isSlow(Duration time) {
        during(Mode.SLOW, () -> Pause.of(time));
    }

    /** Breaks, with time between them to connect and commit anew. */
    @Override
    public synchronized void losesAnswers(Duration time) {
        for (Duration left = time; !left.isNegative(); left = left.minus(BREAK.multipliedBy(2))) {
            during(Mode.LOSES_ANSWERS, () -> Pause.of(BREAK));
            Pause.of(BREAK);
        }
    }

    @Override
    public void close() {
        proxy.close();
    }

    private void during(Mode mode, Runnable wait) {
        proxy.is(mode);
        try {
            wait.run();
        } finally {
            proxy.is(Mode.WORKS);
        }
    }
}
