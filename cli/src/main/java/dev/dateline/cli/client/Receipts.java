package dev.dateline.cli.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's answer to a stream: a receipt a line. */
final class Receipts {

    private static final JsonMapper JSON = new JsonMapper();

    private Receipts() {}

    /**
     * What became of each of so many lines.
     *
     * @throws IOException if receipts are missing: the answer broke off
     */
    static List<Answer> answers(String body, int lines) throws IOException {
        var answers = new Answer[lines];
        try {
            for (String line : body.lines().toList()) {
                JsonNode receipt = JSON.readTree(line);
                int number = receipt.path("line").asInt();
                if (number >= 1 && number <= lines) {
                    answers[number - 1] = answer(receipt);
                }
            }
        } catch (JacksonException e) {
            throw new IOException("the answer broke off", e);
        }
        if (Arrays.stream(answers).anyMatch(Objects::isNull)) {
            throw new IOException("the answer broke off");
        }
        return List.of(answers);
    }

    private static Answer answer(JsonNode receipt) {
        if (receipt.path("status").asString("").equals("accepted")) {
            return new Answer.Accepted();
        }
        JsonNode problem = receipt.path("problem");
        int status = problem.path("status").asInt();
        String reason = problem.path("detail").asString("status " + status);
        // A body that was not read to its end is worth another try.
        return status == 503 || status == 408 ? new Answer.Busy(reason, Duration.ZERO) : new Answer.Refused(reason);
    }
}
