package dev.dateline.gateway.limits;

/** What is limited. */
public enum Limit {
    REQUESTS("requests", "requests a second"),
    BYTES("bytes", "bytes a second"),
    IN_FLIGHT("in-flight", "requests at once");

    private final String policy;
    private final String words;

    Limit(String policy, String words) {
        this.policy = policy;
        this.words = words;
    }

    /** Its name in headers and metrics. */
    public String policy() {
        return policy;
    }

    /** After a number: "10,000 requests a second". */
    public String words() {
        return words;
    }
}
