package dev.dateline.gateway;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.logging.AccessLog;
import reactor.netty.http.server.logging.AccessLogArgProvider;

/** A request's line in the access log: no headers, no query, no content. */
final class AccessLine {

    private AccessLine() {}

    static AccessLog of(AccessLogArgProvider request) {
        var connection = request.connectionInformation();
        return AccessLog.create(
                "{} {} {} {} {} bytes {} ms",
                connection == null ? "-" : connection.connectionRemoteAddress(),
                request.method(),
                path(request.uri()),
                request.status(),
                request.contentLength(),
                request.duration());
    }

    private static String path(@Nullable CharSequence uri) {
        return String.valueOf(uri).replaceFirst("[?#].*", "");
    }
}
