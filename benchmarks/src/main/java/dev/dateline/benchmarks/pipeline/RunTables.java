package dev.dateline.benchmarks.pipeline;

import java.util.List;
import java.util.stream.Stream;

/** What runs came to, for people. */
final class RunTables {

    private static final double MB = 1e6;

    private RunTables() {}

    static MarkdownTable rates(List<Run> runs) {
        var table = new MarkdownTable(
                "articles",
                "partitions",
                "consumers",
                "pass",
                "ready s",
                "seconds",
                "articles/s",
                "tokens/s",
                "MB/s",
                "CPU s per 1,000",
                "of that client",
                "CPU s of others",
                "most waiting for extractors",
                "for savers");
        for (Run run : runs) {
            double thousands = run.size().articles() / 1e3;
            table.row(
                    run.size().articles(),
                    orDefault(run.setup().partitions()),
                    orDefault(run.setup().consumers()),
                    run.pass(),
                    run.readySeconds(),
                    run.times().seconds(),
                    run.articlesPerSecond(),
                    run.tokensPerSecond(),
                    run.size().bytes() / MB / run.times().seconds(),
                    (run.cpuSeconds() + run.uploadCpuSeconds()) / thousands,
                    run.uploadCpuSeconds() / thousands,
                    run.otherCpuSeconds(),
                    run.times().extractionQueue(),
                    run.times().savingQueue());
        }
        return table;
    }

    static MarkdownTable stages(Run run) {
        var table = new MarkdownTable(
                "stage in pass " + run.pass(), "CPU s per 1,000 articles", "share %", "KB allocated per article");
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

    static MarkdownTable growth(List<Run> runs) {
        List<String> questions = List.copyOf(runs.get(0).queryMillis().keySet());
        var heading = Stream.concat(
                Stream.of("articles", "pass", "ms per article", "RSS MB", "disk MB", "store MB", "rows"),
                questions.stream().map(question -> question + " ms"));
        var table = new MarkdownTable(heading.toArray(String[]::new));
        for (Run run : runs) {
            var cells = Stream.<Object>concat(
                    Stream.of(
                            run.size().articles(),
                            run.pass(),
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

    private static Object orDefault(int number) {
        return number == 0 ? "default" : number;
    }
}
