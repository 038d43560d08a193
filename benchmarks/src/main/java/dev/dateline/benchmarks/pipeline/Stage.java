package dev.dateline.benchmarks.pipeline;

import java.util.regex.Pattern;

/** Whose work a thread does, by its name. The first that matches counts. */
enum Stage {
    EXTRACTOR("extractor", "extractor-.*|.*\\| (producer-)?extractor-.*|.*\\| dateline-extractors"),
    SAVER("saver with store", "saver|.*\\| dateline-savers|.*\\| producer-[0-9]+"),
    /** The explorer's threads of HTTP have the same names; all they do in a benchmark is to answer the question if it is drained. */
    GATEWAY("gateway", "webflux-http-.*|reactor-http-.*|parallel-.*|keys|kafka-probe|.*\\| gateway-service-.*"),
    EXPLORER("explorer", "boundedElastic-[0-9]+|.*\\| explorer-.*|kafka-admin-client-thread .*"),
    BROKER(
            "broker",
            "(data-plane-)?kafka-.*|.*[rR]eaper.*|(group|share|quorum|transaction)-.*|(broker|controller)-[0-9].*"
                    + "|raft-.*|executor-.*|metrics-meter-tick-.*|PersisterStateManager|SensorExpiryThread"
                    + "|LogDirFailureHandler|(TxnMarker|AddPartitionsToTxn)SenderThread.*"),
    COLLECTOR("garbage collector", "GC Thread.*|ParGC Thread.*|G1 .*|VM Thread"),
    COMPILERS("JIT compilers", "C[12] CompilerThread.*|Sweeper thread"),
    /** Threads that began and ended between two looks, or before the second: the process's CPU that no thread owns. Mostly compilers. */
    ENDED("ended threads", "(?!)"),
    OTHER("rest", ".*");

    private final String label;
    private final Pattern names;

    Stage(String label, String names) {
        this.label = label;
        this.names = Pattern.compile(names);
    }

    static Stage of(String thread) {
        for (Stage stage : values()) {
            if (stage.names.matcher(thread).matches()) {
                return stage;
            }
        }
        return OTHER;
    }

    /** For people. */
    String label() {
        return label;
    }
}
