package dev.dateline.system.faults;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** Articles of words that no text had before, which take the recogniser longest: nothing that it remembers helps. */
final class SlowArticles {

    /** In KiB. At most 256, which takes a second each, and then a script of hundreds takes an hour. */
    private static final int SIZE = Integer.getInteger("faults.slow.kib", 1);

    private static final int PARTITION = 0;

    private SlowArticles() {}

    /** All of one partition. */
    static List<String> next(int count, long seed) {
        var random = new Random(seed);
        return ids(seed)
                .limit(count)
                .map(id -> new Post(id, "Slow words", content(random), null, null, null))
                .map(post -> new String(PostJson.write(post), StandardCharsets.UTF_8))
                .toList();
    }

    /** Those that Kafka's default partitioner sends there. */
    private static Stream<String> ids(long seed) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "slow-%x-%d".formatted(seed, i))
                .filter(id ->
                        Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.US_ASCII))) % Cluster.PARTITIONS
                                == PARTITION);
    }

    private static String content(Random random) {
        var content = new StringBuilder();
        while (content.length() < SIZE * 1024 - 20) {
            content.append((char) ('A' + random.nextInt(26)));
            random.ints(4 + random.nextInt(8), 'a', 'z' + 1).forEach(letter -> content.append((char) letter));
            content.append(' ');
        }
        return content.toString();
    }
}
