package dev.dateline.cluster;

import com.github.dockerjava.api.model.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** A service in the image that the Dockerfile makes of this build's jar, run as Kubernetes would: nothing may be written but /tmp. */
final class ServiceContainer extends GenericContainer<ServiceContainer> {

    static final int MANAGEMENT = 9090;

    /** Some ten JVMs start at the same time on a small machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** For a process of a minute: what the second compiler, a collector of large heaps and checks of classes cost, it does not earn back. */
    private static final String QUICK =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private boolean checksItself;

    ServiceContainer(String service, Network network, Map<String, String> environment) {
        super(ServiceImage.of(service));
        withNetwork(network)
                .withEnv(environment)
                .withEnv("JDK_JAVA_OPTIONS", QUICK)
                .withExposedPorts(MANAGEMENT)
                .withTmpFs(Map.of("/tmp", "rw,exec"))
                .withCreateContainerCmdModifier(command -> {
                    Objects.requireNonNull(command.getHostConfig()).withReadonlyRootfs(true);
                    if (!checksItself) {
                        command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
                    }
                })
                .waitingFor(Wait.forHttp("/actuator/health/readiness")
                        .forPort(MANAGEMENT)
                        .withStartupTimeout(PATIENCE));
    }

    /** With the image's own check. For each of its answers the engine starts a process: too much for all containers all the time. */
    ServiceContainer checkingItself() {
        checksItself = true;
        return this;
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
