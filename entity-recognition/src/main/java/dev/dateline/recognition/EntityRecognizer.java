package dev.dateline.recognition;

import java.util.List;

/** Finds the names in a text. Thread-safe: one serves all threads. */
public final class EntityRecognizer {

    private EntityRecognizer() {}

    /** Loads the models. */
    public static EntityRecognizer load() {
        return new EntityRecognizer();
    }

    /** The mentions in a text, in its order. */
    public List<Mention> recognize(String text) {
        throw new UnsupportedOperationException(text);
    }
}
