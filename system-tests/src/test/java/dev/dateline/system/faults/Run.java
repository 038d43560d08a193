package dev.dateline.system.faults;

import static org.awaitility.Awaitility.await;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.verify.Comparison;
import dev.dateline.explorer.ExplorerService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A cluster on a store, from its start, under load and under faults, to the recount: once, or several times one after the other. */
final class Run implements AutoCloseable {

    /** A backlog of all posts, and whatever the last fault left behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Path folder;
    private final TestedStore store;
    private final ShortArticles source;
    private final Random random;
    private final Recount recount = new Recount();
    private final Cluster cluster;
    private long poison;
    private long accepted;

    /** Starts the broker, the gateway and the savers. */
    Run(Path folder, TestedStore store, Random random) throws IOException {
        this.store = store;
        this.random = random;
        this.source = new ShortArticles(random);
        this.folder = folder;
        this.cluster = new Cluster(folder);
        try {
            cluster.start(store);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Starts extractors, ours or, to see that a recount finds it, worse ones. */
    void extract(Class<?> main) {
        cluster.extract(main.getName());
    }

    /** Starts a load of at most so many posts. */
    Scene begin(int most, int perSecond) {
        return new Scene(cluster, store, new Load(cluster, source.next(most), perSecond).start(), random);
    }

    /** Lets a script's faults strike while posts are sent, waits until each was accepted and counted, and recounts. */
    Outcome end(Scene scene, Script script) throws IOException {
        strike(scene, script);
        scene.load().enough();
        return recount(scene, script);
    }

    /** The same, but all posts are sent, however long that takes. */
    Outcome endAfterAll(Scene scene, Script script) throws IOException {
        strike(scene, script);
        return recount(scene, script);
    }

    /** What a fault finds wrong ends the load too: who comes next would wait for it. */
    private static void strike(Scene scene, Script script) {
        try {
            script.run(scene);
        } catch (RuntimeException | Error e) {
            scene.close();
            throw e;
        }
    }

    private Outcome recount(Scene scene, Script script) throws IOException {
        await().atMost(PATIENCE).until(scene.load()::isDone);
        long done = System.nanoTime();
        Map<String, Duration> standstills = scene.standstills();
        var posts = new ArrayList<>(scene.load().sent());
        posts.addAll(scene.slow());
        recount.add(Files.write(folder.resolve("articles-%d.ndjson".formatted(accepted)), posts));
        try (var context = new SpringApplicationBuilder(ExplorerService.class).run(store.ofExplorer(cluster.kafka()))) {
            var explorer = new ExplorerClient(URI.create(
                    "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> explorer.pipeline().drained());
            Duration backlog = Duration.ofNanos(System.nanoTime() - done);
            Comparison comparison = recount.compare(explorer);
            poison += scene.strangers().poison();
            accepted += scene.load().accepted() + scene.slow().size();
            return new Outcome(
                    script.counts(),
                    accepted,
                    explorer.totals().articles(),
                    scene.repeats(),
                    poison,
                    explorer.pipeline().deadLetters(),
                    comparison.differing(),
                    comparison.shown(),
                    backlog,
                    standstills,
                    cluster.memory(),
                    cluster.logs());
        } finally {
            scene.close();
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
