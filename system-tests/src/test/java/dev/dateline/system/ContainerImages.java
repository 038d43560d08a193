package dev.dateline.system;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** What containers are made of: a local build where an engine has one, because it may reach no registry, otherwise the public image. */
public final class ContainerImages {

    private static final String LOCAL_JAVA = "local/jre:17";
    private static final String PUBLIC_JAVA = "eclipse-temurin:17-jre";

    private static final String LOCAL_FIRESTORE = "local/firestore-emulator:latest";
    private static final String PUBLIC_FIRESTORE = "gcr.io/google.com/cloudsdktool/google-cloud-cli:548.0.0-emulators";

    /** Where Google's emulator listens. */
    public static final int FIRESTORE_PORT = 8080;

    private ContainerImages() {}

    /** A Java runtime that services are put on. */
    public static String java() {
        return isHere(LOCAL_JAVA) ? LOCAL_JAVA : PUBLIC_JAVA;
    }

    /** Google's emulator of Firestore, not started. */
    public static GenericContainer<?> firestore() {
        GenericContainer<?> emulator = isHere(LOCAL_FIRESTORE)
                ? new GenericContainer<>(LOCAL_FIRESTORE)
                : new GenericContainer<>(DockerImageName.parse(PUBLIC_FIRESTORE))
                        .withCommand("gcloud emulators firestore start --host-port=0.0.0.0:" + FIRESTORE_PORT);
        // It lives for minutes: what the second compiler costs, it does not earn back.
        return emulator.withEnv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
                .withExposedPorts(FIRESTORE_PORT)
                .waitingFor(Wait.forHttp("/"));
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
