package dev.dateline.cli.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a service answers with when it refuses (RFC 9457). */
record Problem(@Nullable String title, @Nullable String detail) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The most telling line of an answer's body, whatever it is; never empty. */
    static String line(int status, String body) {
        try {
            Problem problem = JSON.readValue(body, Problem.class);
            if (problem != null && problem.detail != null) {
                return problem.detail;
            }
            if (problem != null && problem.title != null) {
                return problem.title;
            }
        } catch (JacksonException e) {
            // A proxy's page says less than the status.
        }
        return "status " + status;
    }
}
