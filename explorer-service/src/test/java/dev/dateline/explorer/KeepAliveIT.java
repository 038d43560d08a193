package dev.dateline.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepAliveIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Answered at once: nothing has changed since then. */
    private static final String UNCHANGED =
            "GET /js/main.js HTTP/1.1\r\nHost: a\r\n" + "If-Modified-Since: Fri, 31 Dec 2100 00:00:00 GMT\r\n\r\n";

    private static final String SLOWER = "GET /api/v1/publications HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void aConnectionGoesOnAfterARequestThatQueuedAndIsAnsweredAtOnce() throws IOException {
        try (var explorer = RunningExplorer.start(folder.resolve("counts.db"));
                var socket = new Socket("127.0.0.1", explorer.address().getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var answers = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);

            send(socket, SLOWER + UNCHANGED);
            assertThat(statuses(answers, 2)).containsExactly("200", "304");
            send(socket, UNCHANGED);
            assertThat(statuses(answers, 1)).containsExactly("304");
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Waits for so many answers; fewer when nothing more comes in time. */
    private static List<String> statuses(Scanner answers, int count) {
        var statuses = new ArrayList<String>();
        while (statuses.size() < count) {
            String line = answers.findWithinHorizon("HTTP/1\\.1 (\\d{3})", 0);
            if (line == null) {
                return statuses;
            }
            statuses.add(line.substring(line.length() - 3));
        }
        return statuses;
    }
}
