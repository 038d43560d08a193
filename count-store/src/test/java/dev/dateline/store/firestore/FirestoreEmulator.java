package dev.dateline.store.firestore;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Google's Firestore emulator: the one of FIRESTORE_EMULATOR_HOST, or one in a container, started for this JVM. Its image
 * is FIRESTORE_EMULATOR_IMAGE (environment or system property), which listens at port 8080.
 */
final class FirestoreEmulator {

    private static final String IMAGE_VARIABLE = "FIRESTORE_EMULATOR_IMAGE";
    private static final String DEFAULT_IMAGE = "local/firestore-emulator:latest";
    private static final int PORT = 8080;

    private static final Optional<String> ADDRESS = find();

    private FirestoreEmulator() {}

    /** Its {@code host:port}; skips the test where there is none. */
    static String addressOrSkip() {
        Assumptions.assumeTrue(ADDRESS.isPresent(), "no Firestore emulator");
        return ADDRESS.orElseThrow();
    }

    private static Optional<String> find() {
        String host = System.getenv("FIRESTORE_EMULATOR_HOST");
        if (host != null) {
            return Optional.of(host);
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return leftOut("no FIRESTORE_EMULATOR_HOST and no container engine");
        }
        String image = System.getProperty(IMAGE_VARIABLE, System.getenv(IMAGE_VARIABLE));
        if (image == null && !isHere(DEFAULT_IMAGE)) {
            return leftOut("no FIRESTORE_EMULATOR_HOST, no FIRESTORE_EMULATOR_IMAGE and no image " + DEFAULT_IMAGE);
        }
        return Optional.of(start(image == null ? DEFAULT_IMAGE : image));
    }

    private static Optional<String> leftOut(String reason) {
        System.out.println("left out: Firestore tests (" + reason + ")");
        return Optional.empty();
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    // Testcontainers stops it when this JVM ends.
    @SuppressWarnings("resource")
    private static String start(String image) {
        var container = new GenericContainer<>(image)
                // It lives for a minute: what the second compiler costs, it does not earn back.
                .withEnv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/"));
        container.start();
        return container.getHost() + ":" + container.getMappedPort(PORT);
    }
}
