package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.explorer.ExplorerService;
import dev.dateline.extractor.ExtractorService;
import dev.dateline.gateway.GatewayService;
import dev.dateline.saver.SaverService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The services as a cluster has them: a broker and a Firestore that are not theirs. */
@Testcontainers
@EnabledIfContainers
class ContainersIT {

    private static final String KEY = "dl_test_0123456789";

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1")
            // Of each its own topic would have 50: seconds of making files.
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "1")
            // The image's set-up rewrites its own files, which a local build of it may have left read-only.
            .withCreateContainerCmdModifier(command -> command.withUser("root"));

    @Container
    private static final GenericContainer<?> FIRESTORE =
            new GenericContainer<>(EnabledIfContainers.FIRESTORE_IMAGE).withExposedPorts(8080);

    private final List<ConfigurableApplicationContext> services = new ArrayList<>();

    @AfterEach
    void end() {
        services.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void countsTheSamplesExactlyOverKafkaAndFirestore(@TempDir Path folder) throws Exception {
        String emulator = FIRESTORE.getHost() + ":" + FIRESTORE.getMappedPort(8080);
        start(
                SaverService.class,
                "saver",
                "--dateline.saver.linger=500ms",
                "--dateline.saver.store.type=firestore",
                "--dateline.saver.store.project=test",
                "--dateline.saver.store.emulator=" + emulator);
        start(ExtractorService.class, "extractor");
        int explorer = start(
                ExplorerService.class,
                "explorer",
                "--dateline.explorer.store.type=firestore",
                "--dateline.explorer.store.project=test",
                "--dateline.explorer.store.emulator=" + emulator);
        int gateway = start(
                GatewayService.class,
                "gateway",
                "--dateline.gateway.keys[0].name=test",
                "--dateline.gateway.keys[0].sha256=" + sha256(KEY));
        var dateline = DatelineJar.in(
                folder,
                Map.of(
                        "DATELINE_URL", "http://127.0.0.1:" + gateway,
                        "DATELINE_EXPLORER_URL", "http://127.0.0.1:" + explorer,
                        "DATELINE_API_KEY_FILE",
                                Files.writeString(folder.resolve("key"), KEY).toString()));
        String samples = Articles.samples(folder).toString();

        var upload = dateline.run("upload", samples);
        var drain = dateline.run("drain", "--timeout", "2m");
        var verify = dateline.run("verify", samples);
        var export = dateline.run("export", "--publications");

        assertThat(upload.lastLine()).as(upload.toString()).isEqualTo("accepted 68, rejected 0, skipped 0");
        assertThat(drain.exitCode()).as(drain.toString()).isZero();
        assertThat(verify.lastLine()).as(verify.toString()).matches("8 publications, \\d+ entities, 0 differ");
        assertThat(export.lines())
                .contains("publication,articles", "the harbour post,11")
                .hasSize(9);
    }

    private int start(Class<?> service, String name, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name + "-service",
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + KAFKA.getBootstrapServers(),
                "--dateline.%s.partitions=4".formatted(name)));
        arguments.addAll(List.of(more));
        var context = new SpringApplicationBuilder(service).run(arguments.toArray(String[]::new));
        services.add(context);
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
