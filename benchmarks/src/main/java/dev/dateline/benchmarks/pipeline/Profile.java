package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the threads of extractors and savers do, by Flight Recorder's samples: the first frame from the top that belongs to a
 * part says whose time it was.
 */
final class Profile {

    private static final String NAME = "pipeline";

    /** By the begin of a frame's class name. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("edu.stanford.", "tokenise"),
            Map.entry("dev.dateline.recognition.tokens.", "tokenise"),
            Map.entry("dev.dateline.recognition.", "decode"),
            Map.entry("dev.dateline.extractor.TallyBuilder", "tally"),
            Map.entry("dev.dateline.extractor.PostDecoder", "read posts"),
            Map.entry("dev.dateline.model.PostJson", "read posts"),
            Map.entry("dev.dateline.model.TallyJson", "tallies' JSON"),
            Map.entry("dev.dateline.store.", "store"),
            Map.entry("org.sqlite.", "store"),
            Map.entry("org.apache.kafka.", "Kafka's client"));

    private Profile() {}

    /** Begins to look into a JVM. */
    static void start(long pid) throws IOException, InterruptedException {
        Jcmd.run(pid, "JFR.start", "name=" + NAME, "settings=profile");
    }

    /** Ends it: of each stage the share of its parts, from 0 to 1. */
    static Map<String, Map<String, Double>> stop(long pid, Path file) throws IOException, InterruptedException {
        Jcmd.run(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        Map<String, Map<String, Double>> samples = new TreeMap<>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                stage(event)
                        .ifPresent(stage -> samples.computeIfAbsent(stage.label(), any -> new TreeMap<>())
                                .merge(part(event), 1.0, Double::sum));
            }
        }
        samples.values().forEach(Profile::toShares);
        return samples;
    }

    private static void toShares(Map<String, Double> parts) {
        double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        parts.replaceAll((part, samples) -> samples / all);
    }

    private static Optional<Stage> stage(RecordedEvent event) {
        boolean sample = event.getEventType().getName().equals("jdk.ExecutionSample") || isSqlite(event);
        RecordedThread thread = sample ? event.getThread("sampledThread") : null;
        return thread == null || thread.getJavaName() == null
                ? Optional.empty()
                : Optional.of(Stage.of(thread.getJavaName()))
                        .filter(stage -> stage == Stage.EXTRACTOR || stage == Stage.SAVER);
    }

    /** Of the samples of native code nearly all wait for the network; the database's work. */
    private static boolean isSqlite(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.NativeMethodSample")
                && classes(event).stream().limit(1).anyMatch(name -> name.startsWith("org.sqlite."));
    }

    private static String part(RecordedEvent event) {
        return classes(event).stream()
                .flatMap(name -> PARTS.stream()
                        .filter(part -> name.startsWith(part.getKey()))
                        .map(Map.Entry::getValue))
                .findFirst()
                .orElse("rest");
    }

    private static List<String> classes(RecordedEvent event) {
        var names = new ArrayList<String>();
        if (event.getStackTrace() != null) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                names.add(frame.getMethod().getType().getName());
            }
        }
        return names;
    }
}
