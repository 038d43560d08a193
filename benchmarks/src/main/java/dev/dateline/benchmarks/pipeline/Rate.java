package dev.dateline.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/** How fast Dateline is, or what it is compared with. */
record Rate(String name, int articles, double articlesPerSecond, double tokensPerSecond) {

    /** Dateline's passes over the first set, then its recogniser alone, then others. */
    static List<Rate> all(Report report) {
        var rates = new ArrayList<Rate>();
        for (Run run : report.passes()) {
            rates.add(new Rate(
                    "Dateline, end to end, pass " + run.pass(),
                    run.size().articles(),
                    run.articlesPerSecond(),
                    run.tokensPerSecond()));
        }
        DataSet.Size size = report.passes().get(0).size();
        Ceiling ceiling = report.ceiling();
        rates.add(of("recogniser alone, pass 1", ceiling.coldRate(), size));
        rates.add(of("recogniser alone, steady", ceiling.steadyRate(), size));
        for (Peer peer : report.peers()) {
            rates.add(new Rate(peer.name(), peer.articles(), peer.articlesPerSecond(), peer.tokensPerSecond()));
        }
        return rates;
    }

    private static Rate of(String name, double articlesPerSecond, DataSet.Size size) {
        return new Rate(name, size.articles(), articlesPerSecond, articlesPerSecond * size.tokens() / size.articles());
    }
}
