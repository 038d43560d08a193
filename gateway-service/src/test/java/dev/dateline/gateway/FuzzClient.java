package dev.dateline.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Sends bytes over a connection of their own and reads what comes back. */
final class FuzzClient {

    /** Longer than the gateway lets anybody wait. */
    private static final int PATIENCE_MS = 30_000;

    private final int port;

    FuzzClient(int port) {
        this.port = port;
    }

    /** The answer; empty if there was none. */
    String send(FuzzRequests.Request request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            // Otherwise each connection would keep its port for a minute.
            socket.setSoLinger(true, 0);
            return exchange(socket, request);
        }
    }

    private static String exchange(Socket socket, FuzzRequests.Request request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            if (request.end() == FuzzRequests.End.RESET) {
                return "";
            }
            if (request.end() == FuzzRequests.End.HALF_CLOSE) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // The gateway had seen enough, and may have said so.
        }
        return read(socket);
    }

    private static String read(Socket socket) throws SocketTimeoutException {
        var answer = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, n, ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // Reset: what came before counts.
        }
        return answer.toString();
    }
}
