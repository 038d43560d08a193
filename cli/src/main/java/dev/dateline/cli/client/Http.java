package dev.dateline.cli.client;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;

/** What both clients share. */
final class Http {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private Http() {}

    /** HTTP/1.1: asking a plain port for HTTP/2 costs a round trip and brings nothing on a local network. */
    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    static boolean isUnreachable(IOException e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }

    static Failure unreachable(URI base, IOException e) {
        return Failure.failed("nothing answers at %s; start it with: dateline up".formatted(base), e);
    }

    /** Exceptions of sockets often have no message. */
    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
