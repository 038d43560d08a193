package dev.dateline.gateway;

import dev.dateline.gateway.limits.Limits;
import dev.dateline.keys.ApiKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can choose.
 *
 * @param keys that may be used, by their hashes; from the environment: {@code DATELINE_GATEWAY_KEYS_0_NAME}, {@code ..._SHA256}
 * @param keyFile more of them, in a file that is watched: what {@code dateline keys} writes, or a mounted secret
 * @param limits of each key
 * @param maxContent longest content, in UTF-8: any article, and little enough to recognise in about a second
 * @param sendTimeout longest wait for Kafka's acknowledgement: longer than a leader's election, shorter than a client's patience
 * @param headerTimeout longest wait for the headers of a connection's first request
 * @param readTimeout longest wait for more of a body: a sender that is slower holds a place that others need
 * @param bodyMemory of all bodies that are being read: a good third of a heap of 256 MB
 * @param corsOrigins whose pages may use the gateway from a browser; none by default
 * @param accessLog whether each request is logged, with neither headers nor content
 * @param partitions of the topic {@code posts} if it has to be made
 * @param replicas of each partition, if it has to be made
 */
@ConfigurationProperties("dateline.gateway")
record GatewaySettings(
        @DefaultValue List<ApiKey> keys,
        @Nullable Path keyFile,
        @DefaultValue Limits limits,
        @DefaultValue("256KB") DataSize maxContent,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("10s") Duration headerTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("96MB") DataSize bodyMemory,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("true") boolean accessLog,
        @DefaultValue("16") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue Room room) {

    /** JSON can blow it up sixfold, and the post must still fit a record of 2 MiB with its title and address. */
    private static final DataSize LARGEST_CONTENT = DataSize.ofKilobytes(320);

    /** Kafka's client needs time to try twice. */
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

    GatewaySettings {
        keys = List.copyOf(keys);
        corsOrigins = List.copyOf(corsOrigins);
        require(
                maxContent.toBytes() > 0 && maxContent.compareTo(LARGEST_CONTENT) <= 0,
                "dateline.gateway.max-content must be 1 byte to " + LARGEST_CONTENT.toKilobytes() + "KB");
        require(
                sendTimeout.compareTo(SHORTEST_TIMEOUT) >= 0,
                "dateline.gateway.send-timeout must be at least " + SHORTEST_TIMEOUT.toMillis() + "ms");
        require(
                readTimeout.compareTo(sendTimeout) > 0,
                "dateline.gateway.read-timeout must be longer than send-timeout: a stream may wait that long for Kafka");
        require(
                bodyMemory.toBytes() >= BulkStream.MAX_BYTES,
                "dateline.gateway.body-memory must be at least " + DataSize.ofBytes(BulkStream.MAX_BYTES));
        require(partitions > 0, "dateline.gateway.partitions must be at least 1");
        require(replicas > 0, "dateline.gateway.replicas must be at least 1");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * When the disk is too full to take posts. A full disk kills an embedded broker without its shutdown hooks.
     *
     * @param folder on the broker's disk, if that is here; otherwise nothing is looked at
     * @param minFree what must stay free on it: some minutes of posts at full speed, and what goes on behind the gateway
     */
    record Room(
            @Nullable Path folder, @DefaultValue("512MB") DataSize minFree) {

        boolean isShort() {
            return folder != null && folder.toFile().getUsableSpace() < minFree.toBytes();
        }
    }
}
