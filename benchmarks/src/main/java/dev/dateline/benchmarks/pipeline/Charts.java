package dev.dateline.benchmarks.pipeline;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** Draws what a report holds. */
final class Charts {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 360;

    private final Report report;
    private final List<Run> runs;

    private Charts(Report report) {
        this.report = report;
        this.runs = report.medians();
    }

    /** Takes the report's file; the charts go beside it. */
    public static void main(String... arguments) throws IOException {
        draw(Path.of(arguments[0]).toAbsolutePath());
    }

    static void draw(Path file) throws IOException {
        var charts = new Charts(Report.read(file));
        write(charts.rates(), file.resolveSibling("rates.svg"));
        write(charts.stages(), file.resolveSibling("stages.svg"));
        if (charts.runs.size() > 1) {
            write(charts.growth(), file.resolveSibling("growth.svg"));
        }
    }

    private JFreeChart rates() {
        var rates = new DefaultCategoryDataset();
        String unit = "tokens a second, thousands";
        Rate.all(report).forEach(rate -> rates.addValue(rate.tokensPerSecond() / 1e3, unit, rate.name()));
        return ChartStyle.bars("How fast", unit, rates);
    }

    private JFreeChart stages() {
        var seconds = new DefaultCategoryDataset();
        String unit = "seconds of CPU for 1,000 articles";
        for (Run run : report.passes()) {
            run.stages().forEach((stage, cost) -> {
                double each = cost.cpuSeconds() * 1e3 / run.size().articles();
                seconds.addValue(each, "pass " + run.pass(), stage.label());
            });
        }
        return ChartStyle.bars("Where the time goes", unit, seconds);
    }

    private JFreeChart growth() {
        var times = new DefaultCategoryDataset();
        String unit = "milliseconds";
        for (Run run : runs) {
            String setup = run.setup().equals(Setup.DEFAULT) ? "" : ", " + run.setup();
            times.addValue(
                    run.millisPerArticle(),
                    unit,
                    "%,d articles%s, pass %d".formatted(run.size().articles(), setup, run.pass()));
        }
        return ChartStyle.bars("Time per article", unit, times);
    }

    private static void write(JFreeChart chart, Path file) throws IOException {
        var graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
        Files.writeString(file, graphics.getSVGElement(), StandardCharsets.UTF_8);
    }
}
