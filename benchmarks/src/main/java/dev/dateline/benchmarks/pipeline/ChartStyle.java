package dev.dateline.benchmarks.pipeline;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** Plain: a colour or two on white, and each bar says its number. */
final class ChartStyle {

    private static final Color INK = new Color(0x2f, 0x5d, 0x8a);
    private static final Color PALE = new Color(0x9d, 0xbc, 0xdb);
    private static final Color GRID = new Color(0xdd, 0xdd, 0xdd);

    /** The longest bar's number stays within the chart. */
    private static final double ROOM = 0.15;

    private ChartStyle() {}

    static JFreeChart bars(String title, String unit, CategoryDataset values) {
        boolean legend = values.getRowCount() > 1;
        JFreeChart chart = ChartFactory.createBarChart(
                title, null, unit, values, PlotOrientation.HORIZONTAL, legend, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(GRID);
        plot.getRangeAxis().setUpperMargin(ROOM);
        var renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, INK);
        renderer.setSeriesPaint(1, PALE);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", numbers()));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        plot.setRenderer(renderer);
        return chart;
    }

    private static DecimalFormat numbers() {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
