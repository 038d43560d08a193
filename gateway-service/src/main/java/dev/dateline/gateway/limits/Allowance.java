package dev.dateline.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What one key may still use now. Each bucket holds what a second gives: a burst of that much passes at once. */
public final class Allowance {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Some request in flight ends within this, or the next try is refused again. */
    private static final Duration RETRY_WHEN_MANY = Duration.ofSeconds(1);

    private final Limits limits;
    private final Bucket requests;
    private final Bucket bytes;
    private final AtomicInteger inFlight = new AtomicInteger();

    Allowance(Limits limits) {
        this.limits = limits;
        this.requests = bucket(limits.requestsPerSecond());
        this.bytes = bucket(limits.bytesPerSecond().toBytes());
    }

    /**
     * Begins a request, which {@link #end} ends if the answer is {@link Verdict.Granted}.
     *
     * @param length of its body, or less than 0 if nobody knows: then the bytes are taken as they come
     */
    public Verdict begin(long length) {
        if (inFlight.incrementAndGet() > limits.inFlight()) {
            inFlight.decrementAndGet();
            return new Verdict.Refused(Limit.IN_FLIGHT, limits.inFlight(), RETRY_WHEN_MANY);
        }
        ConsumptionProbe request = requests.tryConsumeAndReturnRemaining(1);
        if (!request.isConsumed()) {
            return refused(Limit.REQUESTS, limits.requestsPerSecond(), request);
        }
        if (isKnown(length)) {
            ConsumptionProbe body = bytes.tryConsumeAndReturnRemaining(length);
            if (!body.isConsumed()) {
                return refused(Limit.BYTES, limits.bytesPerSecond().toBytes(), body);
            }
        }
        return new Verdict.Granted(limits.requestsPerSecond(), request.getRemainingTokens());
    }

    /** Whether a body's bytes are taken when it begins: what is more than a second gives is slowed down, not refused. */
    public boolean isKnown(long length) {
        return length > 0 && length <= limits.bytesPerSecond().toBytes();
    }

    /** Takes bytes that came, and says how long to wait before the next. */
    public Duration take(int length) {
        return length == 0 ? Duration.ZERO : Duration.ofNanos(bytes.consumeIgnoringRateLimits(length));
    }

    /** Ends a request that was granted. */
    public void end() {
        inFlight.decrementAndGet();
    }

    private Verdict refused(Limit limit, long quota, ConsumptionProbe probe) {
        inFlight.decrementAndGet();
        return new Verdict.Refused(limit, quota, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(long perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, PERIOD))
                .build();
    }
}
