package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Requests as no client should send them, with good ones in between: 1,000 in every build, 100,000 under {@code -Plong}.
 * {@code -Dfuzz.seed} repeats a run.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_120);
    private static final int THREADS = 8;

    /** One in so many is good. */
    private static final int GOOD_EVERY = 5;

    @Test
    void nothingBreaksItAndEveryGoodPostInBetweenIsTaken() throws Exception {
        TestBroker broker = TestBroker.cleared();
        Map<Integer, Integer> answers;
        try (var leaks = new LeakCounter()) {
            try (var gateway = new TestGateway(broker, 0, "--dateline.gateway.body-memory=1GB")) {
                answers = run(gateway.port());
                gateway.post("{\"publication\": \"P\", \"content\": \"c\"}")
                        .expectStatus()
                        .isCreated();
            }
            assertThat(leaks.leaks()).as("seed " + SEED).isEmpty();
        }
        System.out.printf("%,d requests of seed %d were answered %s%n", REQUESTS, SEED, answers);
        assertThat(answers.keySet())
                .as("seed " + SEED)
                .contains(200, 201, 400, 401, 413, 415, 422)
                .allMatch(status -> status < 500 || status == 503);
    }

    /** Statuses and how often each was answered; 0 is a connection that ended without an answer. */
    private static Map<Integer, Integer> run(int port) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var parts = new ArrayList<Callable<Map<Integer, Integer>>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var requests = new FuzzRequests(new SplittableRandom(SEED + thread));
                parts.add(() -> run(new FuzzClient(port), requests));
            }
            var answers = new TreeMap<Integer, Integer>();
            for (Future<Map<Integer, Integer>> part : threads.invokeAll(parts)) {
                part.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Integer, Integer> run(FuzzClient client, FuzzRequests requests) throws IOException {
        var answers = new TreeMap<Integer, Integer>();
        for (int i = 0; i < REQUESTS / THREADS; i++) {
            FuzzRequests.Request request = i % GOOD_EVERY == 0 ? requests.good() : requests.bad();
            String answer = client.send(request);
            if (request.posts() > 0) {
                assertThat(accepted(answer))
                        .as("%s was answered %s", request, answer)
                        .isEqualTo(request.posts());
            }
            answers.merge(
                    answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0, 1, Integer::sum);
        }
        return answers;
    }

    /** How many posts an answer says are taken. */
    private static int accepted(String answer) {
        return answer.startsWith("HTTP/1.1 201") ? 1 : answer.split("\"status\":\"accepted\"", -1).length - 1;
    }
}
