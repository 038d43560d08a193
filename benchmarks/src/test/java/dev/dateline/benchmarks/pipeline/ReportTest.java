package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Report REPORT = new Report(
            new Report.Machine(Instant.parse("2026-11-20T10:00:00Z"), 2, "17", 0.5),
            List.of(run(1_000, 1, 12), run(1_000, 1, 10), run(1_000, 1, 30), run(1_000, 2, 9), run(8_000, 1, 80)),
            new Ceiling(1_000, 2, 8, 4),
            List.of(new Peer("CoreNLP", 2, 20, 20, 22_000, 11)),
            new Latency.Result(300, 1.1, 2.2, 3.3),
            new Observation(1_000, Map.of("entity", 5_000L), 4_000, Map.of("extractor", Map.of("decode", 0.5))),
            List.of(new LingerCost(Duration.ofSeconds(10), 30, 32)));

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pipeline.json");

        REPORT.write(file);

        assertThat(Report.read(file)).isEqualTo(REPORT);
    }

    @Test
    void ofRepeatsTheMiddleOneIsShown() {
        assertThat(REPORT.medians()).extracting(run -> run.times().seconds()).containsExactly(12.0, 9.0, 80.0);
    }

    @Test
    void eachPassOverTheFirstSetIsShown() {
        assertThat(REPORT.passes()).extracting(Run::pass).containsExactly(1, 2);
        assertThat(Rate.all(REPORT))
                .extracting(Rate::name)
                .contains("Dateline, end to end, pass 1", "Dateline, end to end, pass 2", "CoreNLP");
    }

    @Test
    void chartsAreDrawnFromTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pipeline.json");
        REPORT.write(file);

        Charts.draw(file);

        assertThat(folder.resolve("rates.svg")).content().startsWith("<svg").contains("Dateline, end to end");
        assertThat(folder.resolve("stages.svg")).content().contains("extractor");
        assertThat(Files.size(folder.resolve("growth.svg"))).isPositive();
    }

    private static Run run(int articles, int pass, double seconds) {
        return new Run(
                new DataSet.Size(articles, articles * 1_100L, articles * 6_000L),
                Setup.DEFAULT,
                pass,
                5,
                new Stopwatch.Times(seconds, seconds / 2, 400, 10),
                3,
                2 * seconds,
                0.5,
                Map.of(Stage.EXTRACTOR, new ThreadDump.Cost(seconds, 1_000_000)),
                800_000_000,
                30_000_000,
                10_000_000,
                40_000,
                Map.of("totals", 3.5));
    }
}
