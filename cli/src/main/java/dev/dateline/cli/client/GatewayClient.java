package dev.dateline.cli.client;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends posts, each once: who repeats what failed is the caller's business. For many threads. */
public final class GatewayClient {

    /** For a whole answer; the gateway itself gives up on Kafka after 5 s. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int CONNECT_TIMEOUT_MS = 5_000;

    private final URI base;
    private final URI stream;
    private final Path apiKeyFile;
    private final String apiKey;
    private final HttpClient http = Http.newClient();

    private GatewayClient(URI base, Path apiKeyFile, String apiKey) {
        this.base = base;
        this.stream = URI.create(base + "/posts");
        this.apiKeyFile = apiKeyFile;
        this.apiKey = apiKey;
    }

    /**
     * A client of a gateway that is there.
     *
     * @throws Failure if it is not, or the key's file can't be read
     */
    public static GatewayClient connect(URI base, Path apiKeyFile) {
        requireReachable(base);
        return new GatewayClient(base, apiKeyFile, KeyFiles.read(apiKeyFile));
    }

    /** Where it sends to. */
    public URI base() {
        return base;
    }

    /**
     * Sends posts once, in their order, and says what became of each.
     *
     * @throws IOException if not every post has its answer: the gateway may have it or not
     * @throws Failure if no post will ever get through: the key or the address is wrong
     */
    public List<Answer> send(List<Post> posts) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines(posts)))
                .build();
        HttpResponse<String> response = exchange(request);
        int status = response.statusCode();
        return switch (status) {
            case 200 -> Receipts.answers(response.body(), posts.size());
            case 408, 429, 502, 503, 504 ->
                Collections.nCopies(
                        posts.size(), new Answer.Busy(Problem.line(status, response.body()), retryAfter(response)));
            case 401 -> throw Failure.failed("%s does not know the API key in %s".formatted(base, apiKeyFile));
            case 403 ->
                throw Failure.failed("the API key in %s may not do that: %s"
                        .formatted(apiKeyFile, Problem.line(status, response.body())));
            default -> throw Failure.failed("%s answers %d: is it Dateline's gateway?".formatted(stream, status));
        };
    }

    private static byte[] lines(List<Post> posts) {
        var lines = new ByteArrayOutputStream();
        for (Post post : posts) {
            lines.writeBytes(PostJson.write(post));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** A request's own timeout ends with the answer's headers: an answer that stops in its body would be waited for for ever. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer in %d s".formatted(TIMEOUT.toSeconds()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static void requireReachable(URI base) {
        int defaultPort = "https".equals(base.getScheme()) ? 443 : 80;
        int port = base.getPort() < 0 ? defaultPort : base.getPort();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), CONNECT_TIMEOUT_MS);
        } catch (IOException e) {
            throw Http.unreachable(base, e);
        }
    }
}
