package dev.dateline.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a key opens. */
public enum Scope {
    /** Sending posts: the gateway. */
    @JsonProperty("submit")
    SUBMIT,
    /** Reading counts: the explorer. */
    @JsonProperty("read")
    READ,
    /** The gateway's metrics. */
    @JsonProperty("admin")
    ADMIN;

    /** As it is written in files and on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
