package dev.dateline.cluster;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.testcontainers.DockerClientFactory;

/** What the Dockerfile makes of this build's jars. */
final class ServiceImage {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String LOCAL_JAVA = "local/jre:17";
    private static final String PUBLIC_JAVA = "eclipse-temurin:17-jre";

    private static final Map<String, CompletableFuture<String>> BUILT = new ConcurrentHashMap<>();

    private ServiceImage() {}

    /** Its name, once it is built; each is built once, and all at the same time. */
    static Future<String> of(String service) {
        return BUILT.computeIfAbsent(service, any -> CompletableFuture.supplyAsync(() -> build(service)));
    }

    private static String build(String service) {
        String name = "dateline-test/%s:latest".formatted(service);
        Path context = context(service);
        try (InputStream tar = Files.newInputStream(context)) {
            DockerClientFactory.lazyClient()
                    .buildImageCmd(tar)
                    .withTags(Set.of(name))
                    .withBuildArg("SERVICE", service)
                    .withBuildArg("BASE_IMAGE", baseImage())
                    .start()
                    .awaitImageId();
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.toFile().delete();
        }
    }

    /** A local build where an engine has one, because it may reach no registry. */
    private static String baseImage() {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(LOCAL_JAVA).exec();
            return LOCAL_JAVA;
        } catch (NotFoundException e) {
            return PUBLIC_JAVA;
        }
    }

    /** The files that the Dockerfile asks for. Not packed, as Testcontainers would: jars are, and there are hundreds of megabytes. */
    private static Path context(String service) {
        try {
            Path context = Files.createTempFile(service, ".tar");
            try (var tar = new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(context)))) {
                // Of whoever builds this: ids of users may be larger than a plain entry holds.
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                for (Path file : List.of(Path.of("Dockerfile"), Path.of("docker/archive-classes.sh"), jar(service))) {
                    tar.putArchiveEntry(new TarArchiveEntry(ROOT.resolve(file), file.toString()));
                    Files.copy(ROOT.resolve(file), tar);
                    tar.closeArchiveEntry();
                }
            }
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(String service) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(service).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .map(ROOT::relativize)
                    .orElseThrow(() -> new IllegalStateException(
                            "%s has no executable jar: build without -Dquick".formatted(service)));
        }
    }
}
