package dev.dateline.benchmarks.explorer;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Asks each call of the API many times, and says how long the one in the middle took, and the slowest. */
record Calls(URI explorer) {

    private static final int TIMES = 21;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Prints a table in Markdown. {@code publications}: keys, of which the first few are asked for in turn. */
    void measure(List<String> publications, String entity, String search) throws Exception {
        System.out.println("| call | median ms | slowest ms | KB |");
        System.out.println("| --- | ---: | ---: | ---: |");
        measure("totals", "totals");
        measure("overview", "overview");
        measure("publications", "publications?limit=1000");
        measure("entities of all types", each("entities?limit=90&publication=", publications));
        measure("entities by articles", each("entities?order=articles&limit=90&publication=", publications));
        measure("entities of one type", each("entities?type=PERSON&limit=90&publication=", publications));
        measure("distinctive", each("distinctive?publication=", publications));
        measure("distinctive of one type", each("distinctive?type=PERSON&publication=", publications));
        measure(
                "comparison of four",
                "comparison?publication="
                        + String.join(
                                "&publication=",
                                publications.subList(0, 4).stream()
                                        .map(Calls::encoded)
                                        .toList()));
        measure("search, 1 letter", "search?limit=8&q=" + search.charAt(0));
        measure("search, 2 letters", "search?limit=8&q=" + search.substring(0, 2));
        measure("search, 200 found", "search?limit=200&q=" + search);
        measure("entity", "entity?limit=1000&type=PERSON&word=" + encoded(entity));
    }

    private void measure(String name, String... paths) throws Exception {
        // The JVM's compilers have seen it by then.
        for (int i = 0; i < TIMES; i++) {
            get(paths[i % paths.length]);
        }
        long[] nanos = new long[TIMES];
        int bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            bytes = get(paths[i % paths.length]);
            nanos[i] = System.nanoTime() - begin;
            // Longer than answers are remembered, every now and then: some of these are first answers.
            Thread.sleep(i % 7 == 0 ? Duration.ofMillis(2_100).toMillis() : 0);
        }
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %d |%n",
                name, nanos[TIMES / 2] / NANOS_PER_MILLI, nanos[TIMES - 1] / NANOS_PER_MILLI, bytes / 1024);
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(explorer + "/api/v1/" + path)).build();
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body().length;
    }

    /** A publication each time, so that few answers are remembered ones. */
    private static String[] each(String path, List<String> publications) {
        return publications.stream().map(key -> path + encoded(key)).toArray(String[]::new);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
