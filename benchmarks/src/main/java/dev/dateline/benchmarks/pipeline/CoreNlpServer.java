package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Stanford's own server, on this class path, with as many threads as cores. */
final class CoreNlpServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int END_SECONDS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI base;

    private CoreNlpServer(Process process, int port) {
        this.process = process;
        this.base = URI.create("http://127.0.0.1:%d/".formatted(port));
    }

    /** Returns when it has loaded what the properties ask for. */
    static CoreNlpServer start(Properties properties, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("corenlp.properties");
        var served = new Properties();
        served.putAll(properties);
        // Otherwise it adds annotators that ner needs by default, whether these properties do or not.
        served.setProperty("enforceRequirements", "false");
        try (Writer out = Files.newBufferedWriter(file)) {
            served.store(out, null);
        }
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Where it leaves a key for shutting it down.
                "-Djava.io.tmpdir=" + folder,
                // Its documentation's own figure.
                "-Xmx4g",
                "-cp",
                System.getProperty("java.class.path"),
                "edu.stanford.nlp.pipeline.StanfordCoreNLPServer",
                "-port",
                Integer.toString(port),
                "-threads",
                Integer.toString(Runtime.getRuntime().availableProcessors()),
                "-timeout",
                Long.toString(PATIENCE.toMillis()),
                // It refuses what is longer; a minus sign it would take for another option.
                "-maxCharLength",
                "1000000",
                "-quiet",
                "true",
                "-serverProperties",
                file.toString(),
                "-preload");
        Process process = Children.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("corenlp.log").toFile()));
        var server = new CoreNlpServer(process, port);
        server.awaitReady();
        return server;
    }

    /** Sends a text and reads the answer, all of it. */
    void annotate(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base)
                // With another type it would take per cent signs for escapes.
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(text))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("CoreNLP's server answers %d: %s"
                    .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new IOException("CoreNLP's server does not start; see corenlp.log");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(base.resolve("ready")).build();
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
