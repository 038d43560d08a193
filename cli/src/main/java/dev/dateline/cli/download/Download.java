package dev.dateline.cli.download;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One file from the web. What has arrived stays in {@code NAME.part} until it is whole, and a later try goes on from there. */
public final class Download {

    /** In a row, without a byte in between: a server that is gone for a minute is gone. */
    private static final int MOST_TRIES = 5;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BUFFER_SIZE = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI url;
    private final Path target;
    private final Part part;
    private final Progress progress;

    /** From {@code url} to a file of the same name in {@code folder}. */
    public Download(URI url, Path folder, Progress progress) {
        this.url = url;
        this.target = folder.resolve(name(url));
        this.part = new Part(target);
        this.progress = progress;
    }

    /**
     * Returns the file when it is whole.
     *
     * @param sha256 what it must have, in hex, or empty
     * @throws Failure if it can't be had, or is another than expected; then nothing of it is left
     */
    public Path run(String sha256) throws IOException, InterruptedException {
        int tries = 0;
        while (true) {
            long before = part.size();
            try {
                fetch();
                break;
            } catch (IOException e) {
                tries = part.size() > before ? 1 : tries + 1;
                if (tries >= MOST_TRIES) {
                    throw Failure.failed(
                            "%s: broke off (%s); the same command goes on from %,d bytes"
                                    .formatted(url, e, part.size()),
                            e);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
        part.requireSha256(url, sha256);
        Files.move(part.file(), target, StandardCopyOption.REPLACE_EXISTING);
        part.forget();
        return target;
    }

    private void fetch() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        part.validator()
                .ifPresent(validator -> request.header("Range", "bytes=" + part.size() + "-")
                        // Another version since then is sent whole.
                        .header("If-Range", validator));
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> part.begin(response.headers());
                case 206 -> {}
                case 416 -> {
                    // All of it had arrived.
                    return;
                }
                default -> throw Failure.failed("%s: answers %d".formatted(url, response.statusCode()));
            }
            append(body, response.headers().firstValueAsLong("Content-Length").orElse(0));
        }
    }

    private void append(InputStream body, long length) throws IOException {
        long begin = part.size();
        long done = begin;
        try (OutputStream out =
                Files.newOutputStream(part.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                out.write(buffer, 0, n);
                done += n;
                progress.update(done, length == 0 ? 0 : (double) done / (begin + length));
            }
        }
    }

    /** The last part of the path, if it can be a file's name. */
    private static String name(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]*")) {
            throw Failure.usage("%s: its last part is no file's name".formatted(url));
        }
        return name;
    }
}
