package io.alchemi.benchmarks;

import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.trainers.alignment.AlignmentExperiment;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.alignment.AlignmentTrainer;
import io.alchemi.trainers.alignment.AlignmentTrainerMain;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.trainers.mae.MaePretrainer;
import io.alchemi.trainers.mae.MaePretrainerMain;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The same training in two implementations, from the same parameters and with the same data.
 *
 * @param command command of our trainer, with its metrics
 * @param trainer our trainer
 * @param loader  loads its configuration with some overrides
 * @param plain   creates the training in plain DJL, starting with the parameters of a file
 */
record Workload<C>(
        TrainCommand<C> command,
        Trainer<C> trainer,
        Function<List<String>, Loaded<C>> loader,
        PlainFactory<C> plain,
        String section) {
    /** Creates a plain training. */
    interface PlainFactory<C> {
        PlainTraining make(Loaded<C> loaded, Path initial) throws IOException;
    }

    /** Returns the training with the values of configs/phase2/alignment.yaml. */
    static Workload<AlignmentExperiment> alignment(double dropout) {
        Path config = Path.of(System.getProperty("alchemi.root", "."), "configs/phase2/alignment.yaml");
        return new Workload<>(
                new AlignmentTrainerMain(),
                new AlignmentTrainer(),
                settings -> new AlignmentExperimentLoader()
                        .load(
                                Source.file(config),
                                Source.set(List.of("model.dropout=" + dropout, "trainer.eval_every=1000000")),
                                Source.set(settings)),
                PlainAlignment::new,
                "trainer");
    }

    /** Returns the training with the default values, but of another size. */
    static Workload<MaeExperiment> mae(int batchSize, int embedDim, double dropout) {
        return new Workload<>(
                new MaePretrainerMain(),
                new MaePretrainer(),
                settings -> new MaeExperimentLoader()
                        .load(
                                Source.set(List.of(
                                        "global.device=cpu",
                                        "train.batch_size=" + batchSize,
                                        "train.embed_dim=" + embedDim,
                                        "train.dropout=" + dropout,
                                        "train.save_every=0")),
                                Source.set(settings)),
                PlainMae::new,
                "train");
    }

    /** Called after each step of our training. */
    interface AfterStep {
        void ended(PlainTraining plain);
    }

    /**
     * Runs our training.
     *
     * @param steps     number of steps
     * @param afterStep called after each step with the plain training, which starts with the same parameters
     * @return the folder of the run
     */
    Path train(int steps, AfterStep afterStep) throws IOException {
        Path initial = Files.createTempDirectory("alchemi-benchmark");
        Path folder = Files.createTempDirectory("alchemi-benchmark");
        Loaded<C> none = loader.apply(List.of(section + ".max_steps=0"));
        try (Run run = Run.open(command, none, initial)) {
            trainer.train(none.value(), run);
        }
        // The run does not call back after its last step, so it has one more.
        Loaded<C> loaded = loader.apply(List.of(section + ".max_steps=" + (steps + 1)));
        try (PlainTraining other = plain.make(loaded, initial.resolve("checkpoints/final.safetensors"));
                Run run = Run.open(command, loaded, folder, () -> {
                    afterStep.ended(other);
                    return false;
                })) {
            trainer.train(loaded.value(), run);
        }
        return folder;
    }
}
