package io.alchemi.trainers.alignment;

import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.Metrics;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aligns laboratory and sensor spectra. */
@TrainerCommand("align train")
public final class AlignmentTrainer implements Trainer<AlignmentExperiment> {
    /** A trainer. */
    public AlignmentTrainer() {}

    @Override
    public void train(AlignmentExperiment config, Run run) throws IOException {
        AlignmentSettings settings = ExperimentSettings.of(config, run.session(), bands(config.banddepth(), run));
        run.begin(config.trainer().maxSteps(), config.trainer().logEvery());
        try (AlignmentTraining training =
                new AlignmentTraining(settings, run.session().device())) {
            loop(config.trainer(), training, run);
            run.saveParameters(training.parameters());
        }
    }

    private static List<AbsorptionBand> bands(BandDepthConfig depth, Run run) {
        Path file = depth.config();
        return depth.enabled() && file != null
                ? run.input(file, BandDepth.class).absorptions()
                : List.of();
    }

    private static void loop(TrainerConfig trainer, AlignmentTraining training, Run run) throws IOException {
        List<ThroughputStats> throughput = new ArrayList<>();
        AlignmentStepResult last = null;
        AlignmentEvaluation evaluation = null;
        for (int i = 1; i <= trainer.maxSteps(); i++) {
            last = training.step();
            throughput.add(last.throughput());
            Metrics metrics = last.metrics();
            if (i % trainer.evalEvery() == 0 || i == trainer.maxSteps()) {
                evaluation = training.evaluate();
                metrics.evaluation(evaluation.figures());
            }
            run.record(metrics, trainer.saveEvery(), training.parameters());
        }
        conclude(run, last, evaluation == null ? training.evaluate() : evaluation, throughput);
    }

    private static void conclude(
            Run run, @Nullable AlignmentStepResult last, AlignmentEvaluation evaluation, List<ThroughputStats> steps) {
        Metrics figures = new Metrics(steps.size());
        if (last != null) {
            figures.with("loss", last.loss()).with("tau", last.tau());
            figures.with(ThroughputStats.aggregate(steps));
        }
        run.conclude(figures, evaluation.inWords().toArray(new String[0]));
    }
}
