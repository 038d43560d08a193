package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.store.StoreSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @Test
    void countsWhatWasPostedAlsoBeforeARestart() throws Exception {
        try (Standalone dateline = Standalone.start(options(data))) {
            assertThat(RunningInstance.in(data)).map(RunningInstance::gateway).contains(dateline.gateway());
            assertThat(post(dateline, Files.readString(dateline.apiKeyFile()).strip()))
                    .isEqualTo(201);
            assertThat(post(dateline, "dl_local_another")).isEqualTo(401);
            awaitArticles(dateline, 1);
        }
        assertThat(RunningInstance.in(data)).isEmpty();

        try (Standalone dateline = Standalone.start(options(data))) {
            assertThat(post(dateline, Files.readString(dateline.apiKeyFile()).strip()))
                    .isEqualTo(201);
            awaitArticles(dateline, 2);
            assertThat(get(dateline, "/entities?publication=The%20Daily%20Example"))
                    .contains("\"word\":\"angela merkel\"", "\"mentions\":2");
            assertThat(dateline.failure()).isNotDone();
        }
    }

    @Test
    void refusesAFolderThatIsInUseAndAPortThatIs() throws Exception {
        try (DataFolder folder = DataFolder.open(data);
                var taken = Loopback.listen(0)) {
            int port = taken.socket().getLocalPort();
            assertThatThrownBy(() -> Standalone.start(options(folder.path())))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("already running on");

            Path another = data.resolve("another");
            assertThatThrownBy(() -> Standalone.start(options(another, port)))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("port %d is in use; choose another with --port", port);
            DataFolder.open(another).close();
        }
    }

    private int post(Standalone dateline, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(dateline.gateway().resolve("/post/enqueue"))
                .header("access_token", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"publication": "The Daily Example", "content": "Yesterday Angela Merkel went to Paris."}"""))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void awaitArticles(Standalone dateline, int articles) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(get(dateline, "/totals")).contains("\"articles\":" + articles));
    }

    private String get(Standalone dateline, String path) throws Exception {
        URI uri = dateline.explorer().resolve("/api/v1" + path);
        HttpResponse<String> response = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static StandaloneOptions options(Path data) {
        return options(data, 0);
    }

    private static StandaloneOptions options(Path data, int port) {
        return new StandaloneOptions(data, port, 0, 2, 1, 500, StoreSettings.Type.SQLITE);
    }
}
