package dev.dateline.recognition.compiler;

import org.jspecify.annotations.Nullable;

/** A model that asks for what the decoder does not do. */
final class UnsupportedModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsupportedModelException(String flag, @Nullable Object value) {
        super("the decoder does not implement %s=%s".formatted(flag, value));
    }
}
