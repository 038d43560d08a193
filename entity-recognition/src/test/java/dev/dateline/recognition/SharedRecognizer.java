package dev.dateline.recognition;

/** One loaded recogniser for all tests: loading takes longer than any of them. */
final class SharedRecognizer {

    static final EntityRecognizer INSTANCE = EntityRecognizer.load();

    private SharedRecognizer() {}
}
