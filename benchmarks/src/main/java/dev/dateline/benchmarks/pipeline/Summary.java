package dev.dateline.benchmarks.pipeline;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** The report as tables for people. */
final class Summary {

    private static final double MB = 1e6;

    private final Report report;
    private final List<Run> runs;

    Summary(Report report) {
        this.report = report;
        this.runs = report.medians();
    }

    void print(PrintStream out) {
        Report.Machine machine = report.machine();
        out.printf(
                "%s, %d cores, JDK %s, load average %.1f before; no warm-up, %d runs in all, medians%n",
                machine.date(),
                machine.cores(),
                machine.java(),
                machine.load(),
                report.runs().size());
        Stream.of(rates(), stages(runs.get(0)), growth(), peers(runs.get(0)), lingers())
                .forEach(table -> out.printf("%n%s%n", table));
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

    private MarkdownTable rates() {
        var table = new MarkdownTable(
                "articles",
                "partitions",
                "consumers",
                "ready s",
                "seconds",
                "articles/s",
                "tokens/s",
                "MB/s",
                "CPU s per 1,000",
                "of that client",
                "most waiting for extractors",
                "for savers");
        for (Run run : runs) {
            double thousands = run.size().articles() / 1e3;
            table.row(
                    run.size().articles(),
                    orDefault(run.setup().partitions()),
                    orDefault(run.setup().consumers()),
                    run.readySeconds(),
                    run.times().seconds(),
                    run.articlesPerSecond(),
                    run.tokensPerSecond(),
                    run.size().bytes() / MB / run.times().seconds(),
                    (run.cpuSeconds() + run.uploadCpuSeconds()) / thousands,
                    run.uploadCpuSeconds() / thousands,
                    run.times().extractionQueue(),
                    run.times().savingQueue());
        }
        return table;
    }

    private static MarkdownTable stages(Run run) {
        var table = new MarkdownTable("stage", "CPU s per 1,000 articles", "share %", "KB allocated per article");
        run.stages()
                .forEach((stage, cost) -> table.row(
                        stage.label(),
                        cost.cpuSeconds() * 1e3 / run.size().articles(),
                        cost.cpuSeconds() * 100 / run.cpuSeconds(),
                        cost.allocated() / 1e3 / run.size().articles()));
        return table.row(
                "all",
                run.cpuSeconds() * 1e3 / run.size().articles(),
                100.0,
                run.allocated() / 1e3 / run.size().articles());
    }

    private MarkdownTable growth() {
        List<String> questions = List.copyOf(runs.get(0).queryMillis().keySet());
        var heading = Stream.concat(
                Stream.of("articles", "ms per article", "RSS MB", "disk MB", "store MB", "rows"),
                questions.stream().map(question -> question + " ms"));
        var table = new MarkdownTable(heading.toArray(String[]::new));
        for (Run run : runs) {
            var cells = Stream.<Object>concat(
                    Stream.of(
                            run.size().articles(),
                            run.millisPerArticle(),
                            run.memory() / MB,
                            run.disk() / MB,
                            run.store() / MB,
                            run.rows()),
                    questions.stream().map(run.queryMillis()::get));
            table.row(cells.toArray());
        }
        return table;
    }

    private MarkdownTable peers(Run run) {
        Ceiling ceiling = report.ceiling();
        var table = new MarkdownTable("", "articles", "articles/s", "tokens/s", "Dateline / this");
        table.row("Dateline, end to end", run.size().articles(), run.articlesPerSecond(), run.tokensPerSecond(), 1.0);
        double perArticle = (double) run.size().tokens() / run.size().articles();
        double cold = ceiling.coldRate();
        double steady = ceiling.steadyRate();
        double rate = run.articlesPerSecond();
        table.row("recogniser alone, first pass", ceiling.articles(), cold, cold * perArticle, rate / cold);
        table.row("recogniser alone, steady", ceiling.articles(), steady, steady * perArticle, rate / steady);
        for (Peer peer : report.peers()) {
            table.row(
                    peer.name(),
                    peer.articles(),
                    peer.articlesPerSecond(),
                    peer.tokensPerSecond(),
                    run.tokensPerSecond() / peer.tokensPerSecond());
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

    private static Object orDefault(int number) {
        return number == 0 ? "default" : number;
    }
}
