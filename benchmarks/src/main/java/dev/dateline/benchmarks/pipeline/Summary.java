package dev.dateline.benchmarks.pipeline;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** The report as tables for people. */
final class Summary {

    private final Report report;
    private final List<Run> runs;

    Summary(Report report) {
        this.report = report;
        this.runs = report.medians();
    }

    void print(PrintStream out) {
        Report.Machine machine = report.machine();
        out.printf(
                "%s, %d cores, JDK %s, load average %.1f before; %d runs in all, medians%n",
                machine.date(),
                machine.cores(),
                machine.java(),
                machine.load(),
                report.runs().size());
        out.printf("%n%s%n", RunTables.rates(runs));
        report.passes().forEach(run -> out.printf("%n%s%n", RunTables.stages(run)));
        Stream.of(RunTables.growth(runs), rates(), lingers()).forEach(table -> out.printf("%n%s%n", table));
        if (report.latency() != null) {
            Latency.Result latency = report.latency();
            out.printf(
                    "%nfrom post to stored, %d posts at 5 a second: p50 %.2f s, p99 %.2f s, worst %.2f s%n",
                    latency.posts(), latency.median(), latency.p99(), latency.worst());
        }
        if (report.observation() != null) {
            print(report.observation(), out);
        }
    }

    /** Beside each the first set's first pass, which a process that has just started does, and its last. */
    private MarkdownTable rates() {
        List<Run> passes = report.passes();
        Run first = passes.get(0);
        Run last = passes.get(passes.size() - 1);
        var table = new MarkdownTable(
                "",
                "articles",
                "articles/s",
                "tokens/s",
                "Dateline's pass 1 / this",
                "its pass %d / this".formatted(last.pass()));
        for (Rate rate : Rate.all(report)) {
            table.row(
                    rate.name(),
                    rate.articles(),
                    rate.articlesPerSecond(),
                    rate.tokensPerSecond(),
                    first.tokensPerSecond() / rate.tokensPerSecond(),
                    last.tokensPerSecond() / rate.tokensPerSecond());
        }
        return table;
    }

    private MarkdownTable lingers() {
        var table = new MarkdownTable(
                "linger at 5 posts/s",
                "least writes per article",
                "in commits of 500 rows",
                "US$ for 1,000,000 articles");
        for (LingerCost cost : report.lingers()) {
            table.row(cost.linger().toSeconds() + " s", cost.least(), cost.limited(), cost.price(1_000_000));
        }
        return table;
    }

    private static void print(Observation observation, PrintStream out) {
        out.printf(
                "%nrows written by table %s: %.1f an article, %.2f times the rows there are in the end%n",
                observation.writes(),
                (double) observation.allWrites() / observation.articles(),
                (double) observation.allWrites() / observation.least());
        var table = new MarkdownTable("stage", "part", "share %");
        observation
                .shares()
                .forEach((stage, parts) -> parts.forEach((part, share) -> table.row(stage, part, share * 100)));
        out.printf("%n%s%n", table);
    }
}
