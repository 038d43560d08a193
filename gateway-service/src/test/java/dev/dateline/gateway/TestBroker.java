package dev.dateline.gateway;

import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A Kafka broker in this process that can be stopped and started again, on the same port and with the same data. */
final class TestBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static @Nullable TestBroker shared;

    private final Map<String, String> config;
    private final String address;
    private final AtomicReference<KafkaRaftServer> running = new AtomicReference<>();

    TestBroker(Path folder) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        address = "127.0.0.1:" + port;
        config = Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://" + address + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.toString()),
                // As tempting as a careless operator has it: the gateway must not let it make the topic.
                Map.entry("auto.create.topics.enable", "true"),
                Map.entry("offsets.topic.replication.factor", "1"));
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .run();
    }

    /** One for all tests of this JVM, with no topic in it: to start it takes longer than most of them. Not to be closed. */
    static synchronized TestBroker cleared() throws Exception {
        if (shared == null) {
            Path folder = Files.createTempDirectory("kafka");
            var broker = new TestBroker(folder);
            broker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                broker.stop();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            shared = broker;
        }
        shared.deleteTopics();
        return shared;
    }

    String address() {
        return address;
    }

    void start() {
        var server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        running.set(server);
        server.startup();
    }

    void stop() {
        KafkaRaftServer server = running.getAndSet(null);
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private void deleteTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            await().atMost(PATIENCE)
                    .until(() -> admin.listTopics().names().get().isEmpty());
        }
    }

    /** The record of the topic {@code posts} with this key. */
    ConsumerRecord<String, byte[]> post(String id) {
        return posts().stream()
                .filter(record -> id.equals(record.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("posts holds no record with the key " + id));
    }

    /** The keys of all records of the topic {@code posts}. */
    List<String> ids() {
        return posts().stream().map(ConsumerRecord::key).toList();
    }

    private List<ConsumerRecord<String, byte[]>> posts() {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.POSTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    int partitionsOfPosts() {
        try (var consumer = consumer()) {
            return consumer.partitionsFor(Topics.POSTS).size();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
