package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class EmbeddedBrokerIT {

    private static final String TOPIC = "news";
    private static final String GROUP = "readers";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir
    private Path data;

    private DataFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = DataFolder.open(data);
        Logs.to(folder.logs(), line -> {});
    }

    @Test
    void keepsRecordsAndPortsOverARestartAndWhoConnectsBeforeItIsUpWaits() throws Exception {
        String address;
        try (EmbeddedBroker broker = start(folder.kafka())) {
            address = broker.bootstrapServers();
            makeTopic(broker);
            send(broker, "first");
        }

        BrokerSockets sockets = BrokerSockets.open(folder);
        assertThat(sockets.ports().bootstrapServers()).isEqualTo(address);
        try (Admin early = Admin.create(Map.of("bootstrap.servers", address))) {
            var nodes = early.describeCluster().nodes();
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.kafka(), sockets)) {
                send(broker, "second");

                assertThat(nodes.get()).hasSize(1);
                assertThat(read(broker, 2)).containsExactly("first", "second");
            }
        }
    }

    @Test
    void startsOnOtherPortsWhenItsOwnAreTaken() throws Exception {
        BrokerSockets sockets = BrokerSockets.open(folder);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.kafka(), sockets)) {
            makeTopic(broker);
            send(broker, "first");
        }

        try (var taken = Loopback.listen(sockets.ports().broker());
                var alsoTaken = Loopback.listen(sockets.ports().controller());
                EmbeddedBroker moved = start(folder.kafka())) {
            assertThat(List.of(taken, alsoTaken)).allMatch(Channel::isOpen);
            assertThat(read(moved, 1)).containsExactly("first");
            assertThat(BrokerPorts.read(data.resolve("ports")).bootstrapServers())
                    .isEqualTo(moved.bootstrapServers())
                    .isNotEqualTo(sockets.ports().bootstrapServers());
        }
    }

    @Test
    void nothingCanTakeItsPortsBeforeItListens() throws Exception {
        try (BrokerSockets sockets = BrokerSockets.open(folder)) {
            BrokerPorts ports = sockets.ports();

            assertThatThrownBy(() -> BrokerSockets.open(ports)).isInstanceOf(BindException.class);
            assertThat(Loopback.isFree(ports.broker())).isFalse();
            assertThat(Loopback.isFree(ports.controller())).isFalse();
        }
    }

    @Test
    void aStartThatFailsLeavesTheFolderToTheNext() throws Exception {
        BrokerSockets sockets = BrokerSockets.open(folder);
        var address = new InetSocketAddress(Loopback.ADDRESS, sockets.ports().broker());
        sockets.openServerSocket("PLAINTEXT", address, 50, 65_536).close();
        assertThatThrownBy(() -> EmbeddedBroker.start(folder.kafka(), sockets))
                .hasRootCauseInstanceOf(ClosedChannelException.class);

        try (EmbeddedBroker broker = start(folder.kafka())) {
            makeTopic(broker);
            send(broker, "first");

            assertThat(broker.bootstrapServers()).isEqualTo(sockets.ports().bootstrapServers());
            assertThat(read(broker, 1)).containsExactly("first");
        }
    }

    /** What a killed process leaves is what its files hold while it runs. */
    @Test
    void recoversWithinSecondsFromFilesThatNobodyClosed() throws Exception {
        Path left = data.resolve("left");
        try (EmbeddedBroker broker = start(folder.kafka())) {
            makeTopic(broker);
            send(broker, "first");
            copy(folder.kafka(), left);
        }

        long begin = System.nanoTime();
        try (EmbeddedBroker broker = start(left)) {
            assertThat(read(broker, 1)).containsExactly("first");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    /** Kafka's own start reads them twice, and may take the end of the first reading for that of the second. */
    @Test
    void readsEachPartitionOfTheGroupsOffsetsOnceAfterAKill() throws Exception {
        Path left = data.resolve("left");
        try (EmbeddedBroker broker = start(folder.kafka())) {
            makeTopic(broker);
            commit(broker, 7);
            copy(folder.kafka(), left);
        }

        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger coordinator =
                (Logger) LoggerFactory.getLogger("org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime");
        coordinator.setLevel(Level.INFO);
        coordinator.addAppender(lines);
        try (EmbeddedBroker broker = start(left)) {
            assertThat(committed(broker)).isEqualTo(7);
        }
        assertThat(List.copyOf(lines.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("Scheduling loading of metadata from __consumer_offsets"))
                .as("offsets.topic.num.partitions")
                .hasSize(4);
    }

    private EmbeddedBroker start(Path kafka) throws Exception {
        return EmbeddedBroker.start(kafka, BrokerSockets.open(folder));
    }

    private static void makeTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static void commit(EmbeddedBroker broker, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(GROUP, Map.of(PARTITION, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private static long committed(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(PARTITION)
                    .offset();
        }
    }

    private static List<String> read(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.filter(file -> !file.endsWith(".lock")).forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
