package io.alchemi.trainers.mae;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs {@link MaePretrainer} as {@code alchemi pretrain-mae}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class MaePretrainerMain extends TrainCommand<MaeExperiment> {
    /**
     * Creates the command.
     */
    public MaePretrainerMain() {
        super("pretrain-mae", new MaeExperimentLoader());
    }

    @Override
    protected Trainer<MaeExperiment> trainer() {
        return new MaePretrainer();
    }

    @Override
    public List<MetricSchema> metrics() {
        return List.of(
                new MetricSchema("reconstruction", MetricStage.STEP, MetricGoal.MINIMIZE, "", "mean squared error of the reconstructed values that the masks kept"),
                new MetricSchema("smoothness", MetricStage.STEP, MetricGoal.NONE, "", "mean squared second difference of the input spectra of the first sample, without its weight 1e-4; it has no gradient"));
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments of the command
     */
    public static void main(String[] args) {
        System.exit(new MaePretrainerMain().run(args));
    }
}
