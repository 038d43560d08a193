package dev.dateline.explorer.pipeline;

import org.jspecify.annotations.Nullable;

/** Kafka, or a topic in it, is not there to be asked. */
public final class KafkaAwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KafkaAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
