package dev.dateline.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class StoreAwayIT {

    @TempDir
    static Path folder;

    private static RunningExplorer explorer;

    @BeforeAll
    static void start() {
        explorer = RunningExplorer.asking(new FakeQueries(), folder.resolve("counts.db"));
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/totals",
                "/api/v1/overview",
                "/api/v1/distinctive?publication=a",
                "/api/v1/comparison?publication=a&publication=b",
                "/api/v1/publications",
                "/api/v1/entities?publication=a",
                "/api/v1/search?q=a",
                "/api/v1/entity?type=PERSON&word=a",
                "/api/v1/export",
                "/api/v1/export?format=ndjson&rows=publications"
            })
    void everyAnswerSaysThatTheStoreIsAway(String path) {
        explorer.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the store does not answer: no answer from /data/counts.db");
    }

    @Test
    void healthIsDownAndLivenessIsNot() {
        explorer.client()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
        explorer.client()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("UP"));
    }
}
