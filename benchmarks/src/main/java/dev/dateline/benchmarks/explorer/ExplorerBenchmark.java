package dev.dateline.benchmarks.explorer;

import dev.dateline.explorer.ExplorerService;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.Stores;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Measures the explorer over a store: a file that is there, or one of 5,000,000 entity rows that it makes first. */
final class ExplorerBenchmark {

    private static final int ASKED_IN_TURN = 16;

    private ExplorerBenchmark() {}

    /** @param arguments the SQLite file */
    public static void main(String... arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        if (Files.notExists(file)) {
            long begin = System.nanoTime();
            LargeStore.fill(file);
            System.out.printf("filled in %.0f s%n%n", (System.nanoTime() - begin) / 1e9);
        }
        var looks = new LongAdder();
        try (CountQueries queries = Stores.openToRead(LargeStore.at(file));
                ConfigurableApplicationContext context = start(counted(queries, looks))) {
            URI explorer =
                    URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
            List<String> publications = queries.publications(null, ASKED_IN_TURN).items().stream()
                    .map(PublicationCount::key)
                    .map(key -> key.value())
                    .toList();
            EntityTotal most = queries.search("", EntityType.PERSON, 1).get(0);
            System.out.printf("%s: %s%n%n", file.getFileName(), queries.totals());
            new Calls(explorer).measure(publications, most.word(), most.word().substring(0, 3));
            System.out.println();
            long before = looks.sum();
            LiveListeners.measure(explorer, () -> looks.sum() - before);
        }
        System.exit(0);
    }

    /** The same queries; each time that totals are asked for adds to {@code looks}. */
    private static CountQueries counted(CountQueries queries, LongAdder looks) {
        return (CountQueries) Proxy.newProxyInstance(
                CountQueries.class.getClassLoader(),
                new Class<?>[] {CountQueries.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("totals")) {
                        looks.increment();
                    }
                    return method.invoke(queries, arguments);
                });
    }

    private static ConfigurableApplicationContext start(CountQueries queries) {
        return new SpringApplicationBuilder(ExplorerService.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("counted", CountQueries.class, () -> queries, bean -> bean.setPrimary(true)))
                .run(
                        "--spring.config.name=explorer-service",
                        "--server.port=0",
                        "--spring.main.register-shutdown-hook=false",
                        // There is no broker, and who finds that out waits for seconds: once is enough.
                        "--dateline.explorer.pipeline-age=1h",
                        "--dateline.explorer.store.type=none");
    }
}
