package dev.dateline.store.firestore;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Google's Firestore emulator: the one of FIRESTORE_EMULATOR_HOST, or one in a container. Its image is
 * FIRESTORE_EMULATOR_IMAGE (environment or system property), which listens at port 8080; otherwise a local build where the engine
 * has one, because it may reach no registry, or the public image.
 */
public final class FirestoreEmulator {

    /** Where it listens in its container. */
    public static final int PORT = 8080;

    private static final String IMAGE_VARIABLE = "FIRESTORE_EMULATOR_IMAGE";
    private static final String LOCAL_IMAGE = "local/firestore-emulator:latest";
    private static final String PUBLIC_IMAGE = "gcr.io/google.com/cloudsdktool/google-cloud-cli:548.0.0-emulators";

    private FirestoreEmulator() {}

    /** The one for all tests of this JVM, started when it is first asked for. */
    private static final class Shared {

        static final Optional<String> ADDRESS = find();
    }

    /** Its {@code host:port}; empty, and the build says so, where there is none. */
    public static Optional<String> address() {
        return Shared.ADDRESS;
    }

    /** Likewise; skips the test where there is none. */
    public static String addressOrSkip() {
        Assumptions.assumeTrue(address().isPresent(), "no Firestore emulator");
        return address().orElseThrow();
    }

    /** Another one in a container, not started. */
    public static GenericContainer<?> container() {
        GenericContainer<?> emulator = image().<GenericContainer<?>>map(GenericContainer::new)
                .orElseGet(() -> new GenericContainer<>(DockerImageName.parse(PUBLIC_IMAGE))
                        .withCommand("gcloud emulators firestore start --host-port=0.0.0.0:" + PORT));
        // It lives for minutes: what the second compiler costs, it does not earn back.
        return emulator.withEnv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/"));
    }

    private static Optional<String> find() {
        String host = System.getenv("FIRESTORE_EMULATOR_HOST");
        if (host != null) {
            return Optional.of(host);
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("left out: Firestore tests (no FIRESTORE_EMULATOR_HOST and no container engine)");
            return Optional.empty();
        }
        return Optional.of(start());
    }

    /** One that starts by itself. */
    private static Optional<String> image() {
        return Optional.ofNullable(System.getProperty(IMAGE_VARIABLE, System.getenv(IMAGE_VARIABLE)))
                .filter(image -> !image.isEmpty())
                .or(() -> Optional.of(LOCAL_IMAGE).filter(FirestoreEmulator::isHere));
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
    private static String start() {
        GenericContainer<?> emulator = container();
        emulator.start();
        return emulator.getHost() + ":" + emulator.getMappedPort(PORT);
    }
}
