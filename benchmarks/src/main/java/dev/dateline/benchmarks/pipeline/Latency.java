package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.Answer;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** From a post's sending to its count in the store, at low load. Each post is of a publication of its own, so that it can be seen there. */
final class Latency {

    private static final int PER_SECOND = 5;

    /** To this much the times are known. */
    private static final Duration LOOK = Duration.ofMillis(20);

    /** What is not there by then never comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<PublicationKey, Long> sent = new ConcurrentHashMap<>();

    /** What it came to, in seconds. */
    record Result(int posts, double median, double p99, double worst) {}

    /** Sends articles for so many seconds. */
    Result measure(RunningDateline dateline, Sample sample, int seconds) throws Exception {
        GatewayClient gateway = GatewayClient.connect(
                dateline.instance().gateway(), dateline.instance().apiKeyFile());
        int posts = seconds * PER_SECOND;
        ScheduledExecutorService sender = Executors.newScheduledThreadPool(PER_SECOND);
        try (CountQueries counts =
                Stores.openToRead(new StoreSettings(StoreSettings.Type.SQLITE, dateline.database(), null, null))) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < posts; i++) {
                Post post = post(sample.posts().get(i % sample.size()), i);
                sending.add(sender.schedule(
                        () -> {
                            send(gateway, post);
                            return post;
                        },
                        i * 1_000L / PER_SECOND,
                        TimeUnit.MILLISECONDS));
            }
            Percentiles times = watch(counts, posts, seconds);
            for (Future<?> one : sending) {
                one.get();
            }
            return new Result(posts, times.median(), times.at(0.99), times.worst());
        } finally {
            sender.shutdownNow();
        }
    }

    private void send(GatewayClient gateway, Post post) throws IOException, InterruptedException {
        sent.put(PublicationKey.of(post.publication()), System.nanoTime());
        List<Answer> answers = gateway.send(List.of(post));
        if (!(answers.get(0) instanceof Answer.Accepted)) {
            throw new IOException("not accepted: " + answers);
        }
    }

    private Percentiles watch(CountQueries counts, int posts, int seconds) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        long end =
                System.nanoTime() + Duration.ofSeconds(seconds).plus(PATIENCE).toNanos();
        while (times.size() < posts) {
            sent.forEach((publication, begin) -> {
                if (counts.publication(publication).isPresent()) {
                    times.add((System.nanoTime() - begin) / 1e9);
                    sent.remove(publication);
                }
            });
            if (System.nanoTime() > end) {
                throw new IOException("%d of %d posts are not in the store".formatted(posts - times.size(), posts));
            }
            Thread.sleep(LOOK.toMillis());
        }
        return new Percentiles(times);
    }

    private static Post post(Post article, int number) {
        String id = "latency-" + number;
        return new Post(id, "Latency " + number, article.content(), article.title(), article.url(), null);
    }
}
