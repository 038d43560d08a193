package dev.dateline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A service that answers as it is told: for what the real one does too seldom. */
final class StandIn implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a stream says of a single post; anything else is said of the whole request. */
    private static final Set<Integer> RECEIPTS = Set.of(201, 400, 413, 422);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> first = new ArrayDeque<>();
    private final Map<String, Answer> byPath = new ConcurrentHashMap<>();
    private volatile Answer otherwise = new Answer(404, "");
    private final Queue<Map<String, Object>> posts = new ConcurrentLinkedQueue<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();

    /** Status 0 breaks the connection instead. */
    record Answer(int status, String body) {}

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers the next request so, once; several of them in their order. */
    StandIn first(int status, String body) {
        first.add(new Answer(status, body));
        return this;
    }

    StandIn otherwise(int status, String body) {
        otherwise = new Answer(status, body);
        return this;
    }

    StandIn at(String pathAndQuery, String body) {
        byPath.put(pathAndQuery, new Answer(200, body));
        return this;
    }

    /** The bodies of all that was posted, in its order. */
    List<Map<String, Object>> posts() {
        return List.copyOf(posts);
    }

    /** What each request said of its key, in their order; empty where nothing. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "" : authorization);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answer(exchange.getRequestURI().toString());
        List<String> lines = body.lines().toList();
        lines.forEach(line -> posts.add(JSON.readValue(line, new TypeReference<Map<String, Object>>() {})));
        if (answer.status == 0) {
            exchange.close();
            return;
        }
        boolean receipts = !lines.isEmpty() && RECEIPTS.contains(answer.status);
        byte[] bytes = (receipts ? receipts(answer, lines.size()) : answer.body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(receipts ? 200 : answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As the gateway answers a stream: what is said of a post stands in its receipt. */
    private static String receipts(Answer answer, int lines) {
        var receipts = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            var receipt = JSON.createObjectNode().put("line", line);
            if (answer.status == 201) {
                receipt.put("status", "accepted");
            } else {
                receipt.put("status", "rejected").set("problem", JSON.readTree(answer.body));
            }
            receipts.append(receipt).append('\n');
        }
        return receipts.toString();
    }

    private synchronized Answer answer(String path) {
        Answer next = first.poll();
        return next != null ? next : byPath.getOrDefault(path, otherwise);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
