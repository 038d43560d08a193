package dev.dateline.explorer;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountQueries;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it starts anywhere, on a free port and an SQLite file. */
final class RunningExplorer implements AutoCloseable {

    /** An address where no broker is: the service starts and answers all the same. */
    static final String NO_BROKER = "127.0.0.1:1";

    private final ConfigurableApplicationContext context;

    private RunningExplorer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningExplorer start(Path file, String... arguments) {
        return start(new SpringApplicationBuilder(ExplorerService.class), file, arguments);
    }

    /** One whose controllers ask other queries than those of its file. */
    static RunningExplorer asking(CountQueries queries, Path file, String... arguments) {
        var application = new SpringApplicationBuilder(ExplorerService.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("asked", CountQueries.class, () -> queries, bean -> bean.setPrimary(true)));
        return start(application, file, arguments);
    }

    private static RunningExplorer start(SpringApplicationBuilder application, Path file, String... arguments) {
        String[] common = {
            "--spring.config.name=explorer-service",
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + NO_BROKER,
            "--dateline.explorer.store.type=sqlite",
            "--dateline.explorer.store.file=" + file,
            "--dateline.explorer.totals-age=0s",
            "--dateline.explorer.overview-age=0s",
            "--dateline.explorer.pipeline-age=0s",
        };
        // The last of two equal ones would be added to the first, not replace it.
        String[] all = Stream.concat(
                        Stream.of(common).filter(c -> Stream.of(arguments).noneMatch(a -> name(a).equals(name(c)))),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return new RunningExplorer(application.run(all));
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    static CountStore storeIn(Path file) {
        return Stores.openToWrite(new StoreSettings(StoreSettings.Type.SQLITE, file, null, null));
    }

    /** Fills a store as the saver does. */
    static void fill(Path file, PublicationTally... tallies) {
        try (CountStore store = storeIn(file)) {
            store.apply(
                    new PartitionId("processed", 0),
                    Position.START,
                    new Position(tallies.length, "a topic's id"),
                    List.of(tallies));
        }
    }

    static PublicationTally tally(String publication, long articles, EntityCount... entities) {
        return new PublicationTally(publication, articles, List.of(entities));
    }

    static EntityCount entity(EntityType type, String name, long mentions, long articles) {
        return new EntityCount(type, name.toLowerCase(Locale.ROOT), name, mentions, articles);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(address().toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
