package dev.dateline.benchmarks.pipeline;

import dev.dateline.benchmarks.StockPipeline;
import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All of Dateline through its launcher, its recogniser alone, and CoreNLP's server, one after the other on this machine. */
final class PipelineBenchmark {

    /** In our reference's configuration CoreNLP is ten times as fast as with its defaults, so it gets more to do. */
    private static final int REFERENCE_TIMES = 10;

    private final Plan plan;
    private final Path folder;
    private final Launcher launcher;
    private final Sample sample;
    private List<String> jvmOptions = List.of();

    private PipelineBenchmark(Plan plan) throws IOException {
        this.plan = plan;
        this.folder = Files.createDirectories(plan.output().resolve("run"));
        this.launcher = new Launcher(plan.dateline(), folder);
        this.sample = Sample.read(plan.articles());
    }

    /** Prints tables in Markdown, and leaves them as JSON and charts in the output folder. */
    public static void main(String... arguments) throws Exception {
        try {
            run(Plan.of(System.getProperties()));
        } catch (IllegalArgumentException | Failure e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Plan plan) throws Exception {
        Report report = new PipelineBenchmark(plan).measure();
        Path file = plan.output().resolve("pipeline.json");
        report.write(file);
        new Summary(report).print(System.out);
        Charts.draw(file);
        System.out.printf("%nall of it in %s, charts beside it%n", file);
    }

    private Report measure() throws Exception {
        var machine = Report.Machine.now();
        say("The launcher gets ready.");
        RunningDateline.start(launcher, Setup.DEFAULT).close();
        List<DataSet> sets = dataSets();
        var runs = new ArrayList<Run>();
        for (DataSet set : sets) {
            for (Setup setup : plan.setups()) {
                for (int i = 0; i < plan.repeats(); i++) {
                    runs.addAll(run(set, setup));
                }
            }
        }
        var first = new Trial(launcher, sets.get(0), plan.setups().get(0), 1);
        return new Report(
                machine, runs, ceiling(first.set()), peers(), latency(), observation(first), LingerCost.of(sample));
    }

    private List<DataSet> dataSets() throws IOException {
        say("Reading and copying articles.");
        var sets = new ArrayList<DataSet>();
        for (int size : plan.sizes().isEmpty() ? List.of(0) : plan.sizes()) {
            sets.add(DataSet.of(sample, size, folder));
        }
        return sets;
    }

    private List<Run> run(DataSet set, Setup setup) throws Exception {
        say("%,d articles, %s.".formatted(set.size().articles(), setup));
        var runs = new ArrayList<Run>();
        try (RunningDateline dateline = RunningDateline.start(launcher, setup)) {
            jvmOptions = dateline.jvmOptions();
            for (int pass = 1; pass <= plan.passes(); pass++) {
                DataSet once = pass == 1 ? set : set.again(sample, pass, folder);
                runs.add(new Trial(launcher, once, setup, pass).run(dateline));
            }
        }
        return runs;
    }

    private Ceiling ceiling(DataSet set) throws IOException, InterruptedException {
        say("The recogniser alone.");
        return Ceiling.measure(set, jvmOptions);
    }

    private List<Peer> peers() throws IOException, InterruptedException {
        if (!plan.peers()) {
            return List.of();
        }
        say("CoreNLP's server.");
        return List.of(
                Peer.measure(
                        "CoreNLP's server, default ner",
                        StockPipeline.standardProperties(),
                        sample,
                        plan.peerArticles(),
                        folder),
                Peer.measure(
                        "CoreNLP's server, our reference",
                        StockPipeline.referenceProperties(),
                        sample,
                        REFERENCE_TIMES * plan.peerArticles(),
                        folder));
    }

    private Latency.@Nullable Result latency() throws Exception {
        if (plan.latency() == 0) {
            return null;
        }
        say("From post to stored.");
        try (RunningDateline dateline = RunningDateline.start(launcher, Setup.DEFAULT)) {
            return new Latency().measure(dateline, sample, plan.latency());
        }
    }

    private @Nullable Observation observation(Trial trial) throws Exception {
        if (!plan.observe()) {
            return null;
        }
        say("The same once more, looked into.");
        try (RunningDateline dateline = RunningDateline.start(launcher, trial.setup())) {
            return Observation.of(trial, dateline);
        }
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
