package dev.dateline.system.containers;

import dev.dateline.system.ContainerImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** A service in the image that the Dockerfile makes of this build's jar, run as Kubernetes would: nothing may be written but /tmp. */
final class ServiceContainer extends GenericContainer<ServiceContainer> {

    static final int MANAGEMENT = 9090;

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Some ten JVMs start at the same time on a small machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    ServiceContainer(String service, Network network, Map<String, String> environment) {
        super(image(service));
        withNetwork(network)
                .withEnv(environment)
                // Processes of a minute: what the second compiler costs, they do not earn back.
                .withEnv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
                .withExposedPorts(MANAGEMENT)
                .withTmpFs(Map.of("/tmp", "rw,exec"))
                .withCreateContainerCmdModifier(command ->
                        Objects.requireNonNull(command.getHostConfig()).withReadonlyRootfs(true))
                // The image's own.
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE));
    }

    /** Built once a run, by the engine's cache mostly of what was built before. */
    private static ImageFromDockerfile image(String service) {
        Path jar = jar(service);
        return new ImageFromDockerfile("dateline-test/" + service, false)
                .withFileFromPath("Dockerfile", ROOT.resolve("Dockerfile"))
                .withFileFromPath("docker/archive-classes.sh", ROOT.resolve("docker/archive-classes.sh"))
                .withFileFromPath(ROOT.relativize(jar).toString(), jar)
                .withBuildArg("SERVICE", service)
                .withBuildArg("BASE_IMAGE", ContainerImages.java());
    }

    private static Path jar(String service) {
        try (Stream<Path> files = Files.list(ROOT.resolve(service).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "%s has no executable jar: build without -Dquick".formatted(service)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the system does it: without a word, and without the container's own end. */
    void killAtOnce() {
        getDockerClient().killContainerCmd(getContainerId()).exec();
    }

    URI uri(int port) {
        return URI.create("http://%s:%d".formatted(getHost(), getMappedPort(port)));
    }

    /** What Prometheus would read. */
    String metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(MANAGEMENT).resolve("/actuator/prometheus"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
