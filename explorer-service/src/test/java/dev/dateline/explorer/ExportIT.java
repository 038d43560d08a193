package dev.dateline.explorer;

import static dev.dateline.explorer.RunningExplorer.entity;
import static dev.dateline.explorer.RunningExplorer.tally;
import static dev.dateline.model.EntityType.LOCATION;
import static dev.dateline.model.EntityType.MISC;
import static dev.dateline.model.EntityType.ORGANIZATION;
import static dev.dateline.model.EntityType.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.PublicationKey;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {

    @TempDir
    Path folder;

    @Test
    void rowsAreSortedByKeyTypeAndWordQuotedWhereTheyMustBeAndDeclared() throws Exception {
        Path file = folder.resolve("counts.db");
        RunningExplorer.fill(
                file,
                tally("\uFFFD", 1, entity(PERSON, "Zoë", 1, 1)),
                tally("😀 News", 1, entity(PERSON, "Bo", 1, 1)),
                tally(
                        "The \"Hill\", Ltd.",
                        4,
                        entity(PERSON, "O'Neill, \"Tip\"", 5, 2),
                        entity(PERSON, "=1+1", 1, 1),
                        entity(LOCATION, "Washington, D.C.", 3, 3),
                        entity(MISC, "😀", 2, 2),
                        entity(MISC, "\uFFFD", 2, 1),
                        entity(ORGANIZATION, "A", 1, 1)));
        try (var explorer = RunningExplorer.start(file)) {
            assertThat(export(explorer, "").body()).isEqualTo("""
                            publication,type,word,mentions,articles
                            "the ""hill"", ltd.",LOCATION,"washington, d.c.",3,3
                            "the ""hill"", ltd.",MISC,\uFFFD,2,1
                            "the ""hill"", ltd.",MISC,😀,2,2
                            "the ""hill"", ltd.",ORGANIZATION,a,1,1
                            "the ""hill"", ltd.",PERSON,=1+1,1,1
                            "the ""hill"", ltd.",PERSON,"o'neill, ""tip""\",5,2
                            \uFFFD,PERSON,zoë,1,1
                            😀 news,PERSON,bo,1,1
                            """);
            assertThat(export(explorer, "").headers().firstValue("Content-Type"))
                    .hasValue("text/csv;charset=UTF-8");
            assertThat(export(explorer, "?format=NDJSON").headers().firstValue("Content-Type"))
                    .hasValue("application/x-ndjson");
            assertThat(export(explorer, "?rows=publications").body()).isEqualTo("""
                            publication,articles
                            "the ""hill"", ltd.",4
                            \uFFFD,1
                            😀 news,1
                            """);
            assertThat(export(explorer, "?format=ndjson").body())
                    .startsWith("""
                            {"publication":"the \\"hill\\", ltd.","type":"LOCATION","word":"washington, d.c.","mentions":3,"articles":3}
                            """)
                    .endsWith("\"word\":\"bo\",\"mentions\":1,\"articles\":1}\n");
            assertThat(export(explorer, "?format=ndjson&rows=publications").body())
                    .endsWith("\n{\"publication\":\"😀 news\",\"articles\":1}\n");
        }
    }

    @Test
    void rowsLeaveTheStoreOnlyAsFastAsTheyAreRead() throws Exception {
        var store = new Endless();
        try (var explorer = RunningExplorer.asking(store, folder.resolve("counts.db"));
                InputStream body = open(explorer)) {
            body.skipNBytes(1_000);
            // Buffers of both ends fill up, then nothing moves.
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(store::stands);
            long before = store.rows.get();

            body.skipNBytes(20_000_000);
            assertThat(store.rows.get()).isGreaterThan(before);
        }
        assertThat(store.ended.await(120, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExportThatEndsEarlyIsNoWholeOne() throws Exception {
        var store = new Endless();
        try (var explorer =
                RunningExplorer.asking(store, folder.resolve("counts.db"), "--dateline.explorer.export-patience=2s")) {
            try (InputStream readerThatPauses = open(explorer)) {
                assertThat(store.ended.await(120, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(readerThatPauses::readAllBytes).isInstanceOf(IOException.class);
            }
            store.breakAfter(10_000);
            try (InputStream brokenOff = open(explorer)) {
                assertThatThrownBy(brokenOff::readAllBytes).isInstanceOf(IOException.class);
            }
            store.breakAfter(0);
            HttpResponse<String> neverBegun = export(explorer, "?format=ndjson");
            assertThat(neverBegun.statusCode()).isEqualTo(503);
            assertThat(neverBegun.body()).contains("the store does not answer");
        }
    }

    private static HttpResponse<String> export(RunningExplorer explorer, String query) throws Exception {
        return HttpClient.newHttpClient().send(request(explorer, query), BodyHandlers.ofString());
    }

    private static InputStream open(RunningExplorer explorer) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(explorer, ""), BodyHandlers.ofInputStream())
                .body();
    }

    private static HttpRequest request(RunningExplorer explorer, String query) {
        return HttpRequest.newBuilder(explorer.address().resolve("/api/v1/export" + query))
                .build();
    }

    /** A store with more rows than any memory holds. */
    private static final class Endless extends FakeQueries {
        private static final PublicationCount PUBLICATION = new PublicationCount(PublicationKey.of("a"), "A", 1);

        private final AtomicLong rows = new AtomicLong();
        private volatile long end = Long.MAX_VALUE;
        private final AtomicLong lastSeen = new AtomicLong();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public Page<PublicationCount> publications(@Nullable String cursor, int limit) {
            return new Page<>(List.of(PUBLICATION), null);
        }

        @Override
        public void forEachEntity(Consumer<PublicationEntity> consumer) {
            var row = new PublicationEntity(PUBLICATION, entity(PERSON, "Ada Lovelace", 1, 1));
            try {
                while (rows.incrementAndGet() <= end) {
                    consumer.accept(row);
                }
                throw away();
            } finally {
                ended.countDown();
            }
        }

        void breakAfter(long more) {
            end = rows.get() + more;
        }

        boolean stands() {
            long now = rows.get();
            return lastSeen.getAndSet(now) == now;
        }
    }
}
