package dev.dateline.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can choose.
 *
 * @param keyHashes SHA-256 of each accepted API key, in lower-case hex: whoever reads the configuration learns no key
 * @param maxContent longest content, in UTF-8: any article, and little enough to recognise in about a second
 * @param sendTimeout longest wait for Kafka's acknowledgement: longer than a leader's election, shorter than a client's patience
 * @param partitions of the topic {@code posts} if it has to be made
 * @param replicas of each partition, if it has to be made
 */
@ConfigurationProperties("dateline.gateway")
record GatewaySettings(
        @DefaultValue List<String> keyHashes,
        @DefaultValue("256KB") DataSize maxContent,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("16") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue Room room) {

    /** JSON can blow it up sixfold, and the post must still fit a record of 2 MiB with its title and address. */
    private static final DataSize LARGEST_CONTENT = DataSize.ofKilobytes(320);

    /** Kafka's client needs time to try twice. */
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    GatewaySettings {
        keyHashes = List.copyOf(keyHashes);
        require(
                !keyHashes.isEmpty(),
                "dateline.gateway.key-hashes is empty: name the SHA-256 of at least one API key, or nobody can post");
        require(
                keyHashes.stream().allMatch(hash -> SHA_256.matcher(hash).matches()),
                "dateline.gateway.key-hashes holds something else than 64 lower-case hex digits (a SHA-256) each");
        require(
                maxContent.toBytes() > 0 && maxContent.compareTo(LARGEST_CONTENT) <= 0,
                "dateline.gateway.max-content must be 1 byte to " + LARGEST_CONTENT.toKilobytes() + "KB");
        require(
                sendTimeout.compareTo(SHORTEST_TIMEOUT) >= 0,
                "dateline.gateway.send-timeout must be at least " + SHORTEST_TIMEOUT.toMillis() + "ms");
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
