package dev.dateline.system.faults;

import dev.dateline.system.EnabledIfContainers;
import java.io.IOException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Google's emulator in a container, where an engine is. */
final class Firestore {

    private static final int PORT = 8080;

    private Firestore() {}

    /** To be closed. */
    static GenericContainer<?> start() {
        GenericContainer<?> container = new GenericContainer<>(EnabledIfContainers.FIRESTORE_IMAGE)
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/"));
        container.start();
        return container;
    }

    /** The emulator behind a network with faults, empty for each project. */
    static FirestoreStore store(GenericContainer<?> container, String project) throws IOException {
        return new FirestoreStore(container.getHost(), container.getMappedPort(PORT), project);
    }
}
