package dev.dateline.system.faults;

import dev.dateline.system.ContainerImages;
import java.io.IOException;
import org.testcontainers.containers.GenericContainer;

/** Google's emulator in a container, where an engine is. */
final class Firestore {

    private Firestore() {}

    /** To be closed. */
    static GenericContainer<?> start() {
        GenericContainer<?> container = ContainerImages.firestore();
        container.start();
        return container;
    }

    /** The emulator behind a network with faults, empty for each project. */
    static FirestoreStore store(GenericContainer<?> container, String project) throws IOException {
        return new FirestoreStore(
                container.getHost(), container.getMappedPort(ContainerImages.FIRESTORE_PORT), project);
    }
}
