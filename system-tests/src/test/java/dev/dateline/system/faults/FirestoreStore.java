package dev.dateline.system.faults;

import dev.dateline.system.ContainerImages;
import dev.dateline.system.faults.StoreProxy.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** Google's Firestore emulator in a container of its own, behind a network with faults. */
final class FirestoreStore implements TestedStore {

    /** A saver commits more often than that, so that each break meets a commit. */
    private static final Duration BREAK = Duration.ofMillis(1_500);

    private static final String PROJECT = "faults";

    private final GenericContainer<?> emulator;
    private final String host;
    private final int port;
    private final StoreProxy proxy;

    /** Starts it, empty. */
    FirestoreStore() throws IOException {
        emulator = ContainerImages.firestore();
        emulator.start();
        host = emulator.getHost();
        port = emulator.getMappedPort(ContainerImages.FIRESTORE_PORT);
        proxy = new StoreProxy(host, port);
    }

    @Override
    public List<String> ofSaver() {
        return List.of(
                "--dateline.saver.store.type=firestore",
                "--dateline.saver.store.project=" + PROJECT,
                "--dateline.saver.store.emulator=" + proxy.address(),
                "--dateline.saver.linger=500ms");
    }

    @Override
    public List<String> settingsOfExplorer() {
        return List.of(
                "--dateline.explorer.store.type=firestore",
                "--dateline.explorer.store.project=" + PROJECT,
                "--dateline.explorer.store.emulator=%s:%d".formatted(host, port));
    }

    @Override
    public void isAway(Duration time) {
        during(Mode.AWAY, time);
    }

    @Override
    public void isSlow(Duration time) {
        during(Mode.SLOW, time);
    }

    /** Breaks, with time between them to connect and commit anew. */
    @Override
    public void losesAnswers(Duration time) {
        for (Duration left = time; !left.isNegative(); left = left.minus(BREAK.multipliedBy(2))) {
            during(Mode.LOSES_ANSWERS, BREAK);
            Pause.of(BREAK);
        }
    }

    @Override
    public void close() {
        proxy.close();
        emulator.close();
    }

    private void during(Mode mode, Duration time) {
        proxy.is(mode);
        Pause.of(time);
        proxy.is(Mode.WORKS);
    }
}
