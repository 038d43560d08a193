package dev.dateline.gateway.limits;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one key may use. The defaults are more than one machine can do for one client: they stop a loop that went wild, not a
 * busy newsroom.
 *
 * @param requestsPerSecond single posts and streams alike
 * @param bytesPerSecond of bodies as they are sent, so compressed ones count compressed
 * @param inFlight requests at once: more would wait for each other
 */
public record Limits(
        @DefaultValue("10000") long requestsPerSecond,
        @DefaultValue("256MB") DataSize bytesPerSecond,
        @DefaultValue("512") int inFlight) {

    public Limits {
        if (requestsPerSecond < 1 || bytesPerSecond.toBytes() < 1 || inFlight < 1) {
            throw new IllegalArgumentException(
                    "dateline.gateway.limits: requests-per-second, bytes-per-second and in-flight must be at least 1");
        }
    }
}
