package dev.dateline.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that the dashboard and the alerts ask for, and those that a service exposes: names, and their labels. */
final class MetricNames {

    private static final Path MONITORING = Path.of("../monitoring");

    /** Nobody else's names begin like this. */
    private static final Pattern ASKED =
            Pattern.compile("\\b((?:dateline|kafka|jvm|process|system|http)_[a-z_]+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");

    /** Prometheus adds these to whatever it reads. */
    private static final Set<String> OF_PROMETHEUS = Set.of("service", "instance", "job");

    private MetricNames() {}

    /** {@code name} and {@code name{label}} for each that is asked for. */
    static Set<String> asked() throws IOException {
        var names = new TreeSet<String>();
        for (String file : Set.of("alerts.yml", "grafana/dateline.json")) {
            String text = Files.readString(MONITORING.resolve(file)).replace("\\\"", "\"");
            ASKED.matcher(text).results().forEach(match -> addAll(match, names));
        }
        return names;
    }

    /** Likewise for each that is exposed. */
    static Set<String> exposed(String metrics) {
        var names = new TreeSet<String>();
        for (String line : metrics.lines().toList()) {
            if (!line.startsWith("#")) {
                ASKED.matcher(line).results().limit(1).forEach(match -> addAll(match, names));
            }
        }
        return names;
    }

    private static void addAll(MatchResult match, Set<String> names) {
        names.add(match.group(1));
        if (match.group(2) != null) {
            names.addAll(LABEL.matcher(match.group(2))
                    .results()
                    .map(label -> label.group(1))
                    .filter(label -> !OF_PROMETHEUS.contains(label))
                    .map(label -> "%s{%s}".formatted(match.group(1), label))
                    .collect(Collectors.toSet()));
        }
    }
}
